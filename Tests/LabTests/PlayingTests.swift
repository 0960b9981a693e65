import CafeWorld
import Commands
import Route53
import Testing

@testable import Lab

/// What is told of a playing beside a guess that was wrong.
struct `All that happens in a prediction's playing` {
  private static func situation(seed: UInt64 = 7) throws -> Situation {
    var world = Scene.cafe.world(seed: seed)
    for line in [
      "create health-check H --ip-address CafeInstance1 --request-interval 10 "
        + "--failure-threshold 2",
      "create topic T", "subscribe T sofia@cafe.example", "confirm sofia@cafe.example",
      "create alarm A --health-check H --topic T", "wait 5m",
    ] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    return Situation(world: world)
  }

  private func prediction(
    _ answer: String,
    run: String = "break CafeInstance1 --drop --for 2m\n        wait 20m"
  ) throws -> Prediction {
    let fence = """
      ```predict guess
      ask:    What comes?
      run:    \(run)
      answer: \(answer)
      ```

      """
    let reading = MarkedLesson(step: fence).reading
    return try #require(reading.lesson?.steps.first?.predictions.first, "\(reading.diagnostics)")
  }

  @Test(arguments: [
    #"mail(to: "sofia@cafe.example", subject: "ALARM*").count"#,
    #"instance("CafeInstance2").state"#, #"seconds until (hc("H").status == unhealthy)"#,
  ])
  func `begins with the first command and goes on to the end`(answer: String) throws {
    let prediction = try prediction(answer)
    let playing = try #require(prediction.play(in: Self.situation()))
    guard case .faultBegan? = playing.allEvents.first?.fact,
      case .timePassed? = playing.allEvents.last?.fact
    else {
      Issue.record("from the fault to the end: \(playing.allEvents.map(\.fact))")
      return
    }
    var world = playing.start
    for event in playing.allEvents { world.apply(event) }
    #expect(world.digest == playing.after.digest)
  }

  @Test func `can be foreseen below 0 where a bias is asked for, and nowhere else`() throws {
    #expect(try prediction(#"record("www").bias"#).number(in: "-5") == -5)
    #expect(try prediction("orders.lost").number(in: "-5") == nil)
    #expect(try prediction("orders.lost").number(in: "5 orders") == 5)
  }

  // Seconds are a fraction, and 32.3 of them are not 32,299 milliseconds.
  @Test func `goes on to the very moment that was asked for`() throws {
    let prediction = try prediction(
      #"seconds until (hc("H").status == unhealthy)"#,
      run: "kill CafeInstance1"
    )
    for seed in UInt64(1)...40 {
      let playing = try #require(prediction.play(in: Self.situation(seed: seed)))
      let check = try #require(playing.after.healthCheck("H"))
      #expect(check.status == .unhealthy, "seed \(seed)")
    }
  }
}
