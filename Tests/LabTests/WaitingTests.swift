import CafeWorld
import Commands
import Testing

@testable import Lab

struct `What run until waits for` {
  let situation: Situation

  init() throws {
    var world = Scene.cafe.world(seed: 7)
    for line in [
      "create health-check Primary --ip-address CafeInstance1 --resource-path /cafe",
      "create record www A CafeInstance1 --failover primary --set-identifier Main "
        + "--health-check Primary",
      "create topic Cafe-Alerts", "subscribe Cafe-Alerts sofia@cafe.example",
      "create alarm Site-Down --health-check Primary --topic Cafe-Alerts",
    ] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    situation = Situation(world: world)
  }

  /// Compared with a look after everything that happens, the opinion of each checker included.
  @Test(arguments: [
    #"hc("Primary").status == unhealthy"#, #"hc("Primary").healthy-checkers <= 8"#,
    #"hc("Primary").healthy-checkers < 16 and not (hc("Primary").status == unhealthy)"#,
    #"hc("Primary").served-status == unhealthy"#, #"alarm("Site-Down").state == ALARM"#,
    #"seconds until (hc("Primary").status == unhealthy) < 5"#,
    #"under wait 5s: hc("Primary").status == unhealthy"#,
    #"within 9s: hc("Primary").healthy-checkers <= 8"#,
    #"instance("CafeInstance1").website == timed-out"#, #"hc("Primary").status in [unhealthy]"#,
  ])
  func `is found at the first moment at which it holds`(text: String) throws {
    let world = try situation.carryingOut("stop CafeInstance1").get()
    let test = try Test(parsing: text)
    var plain = world
    _ = plain.unfold(until: world.now + .hour) {
      Evaluator(Situation(world: $0)).judge(test) == .holds
    }
    let found = Evaluator(Situation(world: world)).firstMoment(test, within: .hour)
    #expect(found == plain.now)
    #expect(plain.now < world.now + .hour)
  }

  private func refusal(_ text: String) -> CommandError? {
    do throws(CommandError) {
      _ = try situation.firstMoment(of: text, within: .day)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    (
      #"hc("Primry").status == unhealthy"#,
      CommandError.unknownName(.healthCheck, "Primry", near: ["Primary"])
    ),
    (
      #"instance("CafeInstnce1").state == stopped"#,
      .unknownName(.instance, "CafeInstnce1", near: ["CafeInstance1"])
    ),
    (#"record("www", "Mian") exists"#, .unknownName(.record, "www/Mian", near: ["www/Main"])),
    (#"record("shop").ttl < 5"#, .unknownName(.record, "shop", near: [])),
    (#"topic("Cafe-Alrts") exists"#, .unknownName(.topic, "Cafe-Alrts", near: ["Cafe-Alerts"])),
    (#"alarm("Site-Up").state == OK"#, .unknownName(.alarm, "Site-Up", near: [])),
    (#"zone("other.example") exists"#, .unknownName(.zone, "other.example", near: [])),
    (
      #"mail(to: "sofia@cafe.exmaple").count > 0"#,
      .unknownName(.mailbox, "sofia@cafe.exmaple", near: ["sofia@cafe.example"])
    ),
    (#"dig("www", "A", "hmoe").owner == x"#, .unknownName(.resolver, "hmoe", near: ["home"])),
    (
      #"subscription("Cafe-Alerts", "mateo@cafe.example").status == confirmed"#,
      .unknownThing(
        what: "subscription",
        "Cafe-Alerts mateo@cafe.example",
        near: [],
        look: "list topics"
      )
    ),
    (
      #"orders(at: "CafeInstance3").placed > 0"#,
      .unknownName(.instance, "CafeInstance3", near: ["CafeInstance1"])
    ),
    (
      #"hc("Primary").status == unhelthy"#,
      .badValue(
        option: #"hc("Primary").status"#,
        value: "unhelthy",
        allowed: "healthy, unhealthy",
        near: ["unhealthy"]
      )
    ),
    (
      #"seconds until (hc("x").status == unhealthy) < 5 or customers.count < 5"#,
      .unknownName(.healthCheck, "x", near: [])
    ),
    (
      #"under stop CafeInstance9: customers.count < 5"#,
      .unknownName(.instance, "CafeInstance9", near: ["CafeInstance1", "CafeInstance2"])
    ),
  ])
  func `a name that nothing has is refused at once`(text: String, error: CommandError) {
    #expect(refusal(text) == error)
  }

  @Test(arguments: [
    #"hc("Primary").status == unhealthy"#, #"dig("shop").code == NOERROR"#,
    #"mail(to: "mateo").count > 0"#, #"subscription("Cafe-Alerts", "sofia").status == confirmed"#,
    #"not (topic("Nobodys") exists)"#, #"instance("CafeInstance1").state == stopping"#,
    #"under create topic New: topic("New").count > 0"#, "customers.count < 5",
  ])
  func `what may come true is looked ahead for`(text: String) { #expect(refusal(text) == nil) }

  @Test func `a property that there is not is refused with the properties that there are`() {
    guard
      case .badValue(#"hc("Primary")"#, "stauts", _, near: ["status"]) =
        refusal(#"hc("Primary").stauts == healthy"#)
    else {
      Issue.record("it was waited for")
      return
    }
  }

  @Test func `what is no test is refused, on a copy too`() {
    guard
      case .failure(.command(.usage("run until", let message, "", []))) =
        situation.carryingOut("run until the cows come home")
    else {
      Issue.record("it was waited for")
      return
    }
    #expect(message.hasPrefix("That is no test: "))
  }

  @Test func `what holds already is now`() throws {
    let awaited = try situation.firstMoment(of: "customers.count == 200", within: .day)
    #expect(awaited.moment == situation.world.now)
  }
}
