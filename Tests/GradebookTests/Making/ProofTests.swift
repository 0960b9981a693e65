import Gradebook
import Lab
import Support
import Testing

@Suite struct `The proof of a quiz` {
  private static let lesson = """
    ---
    format: 1
    lesson: night-shift
    title: The night shift
    minutes: 20
    seed: 7
    world: cafe
    ---

    ## Watch a server {#watch}

    `create health-check` makes one. Create a health check called **Night** for
    **CafeInstance1**.

    ```task
    [exists] 1  there is a check called Night
                hc("Night") exists
    ```

    ```solve
    create health-check Night --ip-address CafeInstance1 --resource-path /cafe
    ```

    ## Guess {#guess}

    Nobody does anything for an hour.

    \(SampleFence.mails())
    """

  private func proof(_ text: String) throws -> QuizProof {
    let bytes = Array(text.utf8)
    let reading = LessonReading(bytes, id: "night-shift")
    let lesson = try #require(reading.lesson, "\(reading.diagnostics)")
    var changes = FrontMatter.Grade()
    changes.isSupervised = true
    let plan = try QuizPlan(lessons: [lesson], mode: .graded, changes: changes)
    return QuizProof(of: plan, seeds: [11], engine: "1") { id, variant in
      LessonReading(bytes, id: id, variant: variant)
    }
  }

  @Test func `names the items that would do without those in which something is wrong`() throws {
    let (watch, guess) = (
      ItemID(lesson: "night-shift", step: "watch"), ItemID(lesson: "night-shift", step: "guess")
    )
    let whole = try proof(Self.lesson)
    #expect(whole.faults.isEmpty, "\(whole.faults)")
    #expect(whole.sound == [watch, guess])
    // Right and wrong come to the same number.
    let close = try proof(Self.lesson.replacing("model one: 1", with: "model one: 0"))
    #expect(!close.faults.isEmpty)
    #expect(close.sound == [watch])
  }
}
