import CafeWorld
import Commands
import Testing

@testable import Lab

/// What is told of a playing beside a guess that was wrong.
struct `All that happens in a prediction's playing` {
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

  @Test(arguments: [
    #"mail(to: "sofia@cafe.example", subject: "ALARM*").count"#,
    #"instance("CafeInstance2").state"#, #"seconds until (hc("H").status == unhealthy)"#,
  ])
  func `begins with the first command and goes on to the end`(answer: String) throws {
    let prediction = try prediction(answer)
    let playing = try #require(prediction.play(in: situation))
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
}
