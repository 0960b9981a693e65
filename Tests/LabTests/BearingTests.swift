import CafeWorld
import Commands
import Testing

@testable import Lab

/// What is told of a playing beside a guess that was wrong.
struct `What bears on the answer to a prediction` {
  let situation: Situation

  init() throws {
    var world = Scene.cafe.world(seed: 7)
    for line in [
      "create health-check H --ip-address CafeInstance1 --request-interval 10 "
        + "--failure-threshold 2",
      "create topic T", "subscribe T sofia@cafe.example", "confirm sofia@cafe.example",
      "create alarm A --health-check H --topic T", "wait 5m",
    ] {
      world = try Situation(world: world).carryingOut(line).get()
    }
    situation = Situation(world: world)
  }

  private func prediction(_ answer: String) throws -> Prediction {
    let fence = """
      ```predict guess
      ask:    What comes?
      run:    break CafeInstance1 --drop --for 2m
              wait 20m
      answer: \(answer)
      ```

      """
    let reading = MarkedLesson(step: fence).reading
    return try #require(reading.lesson?.steps.first?.predictions.first, "\(reading.diagnostics)")
  }

  @Test func `ends with the last event that made it another`() throws {
    let prediction = try prediction(#"mail(to: "sofia@cafe.example", subject: "ALARM*").count"#)
    let playing = try #require(prediction.play(in: situation))
    #expect(playing.answer == .number(1))
    let (events, after) = prediction.bearing(of: playing, in: situation)
    guard case .faultBegan? = events.first?.fact, case .mailDelivered? = events.last?.fact else {
      Issue.record("from the fault to the mail: \(events.map(\.fact))")
      return
    }
    #expect(after.now == events.last?.at)
    #expect(after.now < playing.after.now)
    #expect(!prediction.asksOfOrders)
  }

  @Test(arguments: [
    #"instance("CafeInstance2").state"#, #"seconds until (hc("H").status == unhealthy)"#,
  ])
  func `is all of it where nothing did, or it is no matter of a moment`(answer: String) throws {
    let prediction = try prediction(answer)
    let playing = try #require(prediction.play(in: situation))
    let (events, after) = prediction.bearing(of: playing, in: situation)
    #expect(after.digest == playing.after.digest)
    guard case .faultBegan? = events.first?.fact, case .timePassed? = events.last?.fact else {
      Issue.record("from the fault to the end: \(events.map(\.fact))")
      return
    }
  }

  @Test func `may be the orders of customers`() throws {
    #expect(try prediction(#"orders(last: "1h").lost"#).asksOfOrders)
  }
}
