import Testing

@testable import Lab

struct `Wrong turns` {
  @Test func `keep what was said where nobody foresaw it, each once`() throws {
    let text = """
      ---
      format: 1
      lesson: turns
      title: Turns
      minutes: 1
      seed: 1
      world: cafe
      goals:
        - Turn
      ---

      ## One {#one}

      ```quiz who
      ask:    Who?
      type:
      right:  frank
        why:  He.
      wrong sofia: sofia
        say:  Not she.
      ```

      """
    let lesson = try #require(LessonReading(Array(text.utf8)).lesson)
    var turns = WrongTurns()
    for said in [["mateo", "mateo"], ["nobody", "sofia"]] {
      var attempt = Attempt(
        Beginning(engine: "", lesson: "turns", lessonHash: "", scene: lesson.scene, seed: 1)
      )
      for text in said {
        let idea = text == "sofia" ? "sofia" : nil
        try attempt.carryOut(
          .responded(question: "who", response: text, .wrong(idea: idea)),
          typed: text
        )
      }
      turns.count(attempt, at: lesson)
    }
    #expect(turns.attempts == 2)
    #expect(turns.sorted.map(\.name) == [nil, "sofia"])
    #expect(turns.sorted.map(\.said) == [["mateo", "nobody"], []])
    #expect(turns.sorted.map(\.learners) == [2, 1])
    #expect(turns.sorted.map(\.times) == [3, 1])
  }
}
