import CafeWorld
import Commands
import Testing

@testable import Lab

@Suite(.timeLimit(.minutes(1)))
struct `A share of chaos` {
  /// A café with a plain record, and with the lab's pair.
  private static func situation(failover: Bool) throws -> Situation {
    var world = Scene.cafe.world(seed: 7)
    let lines =
      failover
      ? [
        "create health-check Primary --ip-address CafeInstance1 --resource-path /cafe "
          + "--request-interval 10 --failure-threshold 2",
        "create record www A CafeInstance1 --ttl 15 --failover primary --set-identifier One "
          + "--health-check Primary",
        "create record www A CafeInstance2 --ttl 15 --failover secondary --set-identifier Two",
      ] : ["create record www A CafeInstance1 --ttl 15"]
    for line in lines + ["wait 5m"] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    return Situation(world: world)
  }

  private func share(_ test: String, of count: Int = 20, failover: Bool = true) throws -> Double {
    let situation = try Self.situation(failover: failover)
    let text = "share of chaos(\(count)): (\(test)) >= 0"
    guard case .compare(let value, _, _) = try Lab.Test(parsing: text) else { return -1 }
    return try #require(Evaluator(situation).value(value).number)
  }

  @Test func `is the part of the schedules at whose end a test holds`() throws {
    let situation = try Self.situation(failover: true)
    let end = #"instance("CafeInstance1").website == ok"#
    let test = try Lab.Test(parsing: end)
    let held = (1...20 as ClosedRange<UInt64>).count { seed in
      var world = situation.world
      world.play(FaultSchedule(seed: seed, over: 10 * .minute, in: world))
      return Evaluator(situation.with(world)).judge(test) == .holds
    }
    #expect(try share(end) == Double(held) / 20)
    #expect((1..<20).contains(held))
  }

  @Test func `looks along the schedule where the test has a moment`() throws {
    let down = #"instance("CafeInstance1").website != ok"#
    let up = #"instance("CafeInstance1").website == ok"#
    let ever = try share("ever: \(down)")
    #expect(ever > 0.5)
    #expect(try share("within 10m: \(down)") == ever)
    #expect(abs(try share("always for 10m: \(up)") - (1 - ever)) < 1e-9)
    #expect(abs(try share("not ever: \(down)") - (1 - ever)) < 1e-9)
    #expect(try share("after 10m: \(up)") == share(up))
    #expect(try share("always for 1s: \(up)") >= share("always for 10m: \(up)"))
  }

  @Test func `is greater with failover than without`() throws {
    let fine = #"always for 10m: (within 2m: dig("www").owner in [CafeInstance1, CafeInstance2])"#
    #expect(try share(fine) == 1)
    let served = "orders.lost < 20"
    #expect(try share(served) > share(served, failover: false))
  }

  @Test func `sees orders that are lost between two events`() throws {
    let lost = try share("ever: orders.lost > 0", failover: false)
    #expect(lost == (try share("orders.lost > 0", failover: false)))
    #expect(lost > 0)
  }

  @Test func `has the same value each time it is asked`() throws {
    #expect(try share("orders.lost < 20") == share("orders.lost < 20"))
  }

  @Test(arguments: [
    "within 2m: share of chaos(5): (orders.lost == 0) > 50%",
    "seconds until (share of chaos(5): (orders.lost == 0) > 50%) < 5",
    "share of chaos(5): (share of chaos(5): (orders.lost == 0) > 50%) > 50%",
    "ever: (zone exists and share of chaos(5): (orders.lost == 0) > 50%)",
  ])
  func `is asked of the present moment alone`(text: String) throws {
    let error = #expect(throws: Diagnostic.self) { try Lab.Test(parsing: text) }
    #expect(error?.problem == .chaosAtAnotherTime)
    _ = try Lab.Test(parsing: "now: share of chaos(5): (ever: orders.lost == 0) > 50%")
  }

  /// A lesson that asks for it, with a solution that meets it and a mistake that does not.
  private static let lesson = MarkedLesson(
    step: """
      ```task
      [moves] 3  in many fault schedules www comes to lead to the standby
                 share of chaos(20): (ever: dig("www").owner == CafeInstance2) >= 20%
         else    In twenty schedules of faults `www` never came to lead to CafeInstance2.
      ```

      ```solve
      create health-check Main --ip-address CafeInstance1 --request-interval 10
      create record www A CafeInstance1 --failover primary --set-identifier 1 --health-check Main
      create record www A CafeInstance2 --ttl 15 --failover secondary --set-identifier 2
      wait 2m
      ```

      ```mistake no-standby
      create record www A CafeInstance1 --ttl 15
      wait 2m
      fails:  moves
      say:    There is only one answer, and nobody watches its server.
      ```
      """
  )

  @Test(arguments: [1, 7, 20] as [UInt64])
  func `can be asked for by a lesson that is proved`(seed: UInt64) throws {
    let lesson = try #require(Self.lesson.reading.lesson, "\(Self.lesson.reading.diagnostics)")
    #expect(Proof(of: lesson, seed: seed).findings.map(\.description) == [])
  }

  @Test func `cannot be waited for`() throws {
    let situation = try Self.situation(failover: false)
    let text = "share of chaos(5): (orders.lost == 0) > 50%"
    #expect(throws: CommandError.self) { try situation.firstMoment(of: text, within: .day) }
  }
}
