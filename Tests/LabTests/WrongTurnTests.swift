import Testing

@testable import Lab

struct `Wrong turns` {
  private static let head = """
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
    """

  @Test func `keep what was said where nobody foresaw it, each once`() throws {
    let text = """
      \(Self.head)

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

  @Test func `count no mistake of somebody who only waited`() throws {
    let lesson = try #require(LessonReading(Array(Self.task.utf8)).lesson)
    var turns = WrongTurns()
    for line in ["wait 1m", "create health-check Alerts --ip-address CafeInstance1"] {
      var attempt = Attempt(
        Beginning(engine: "", lesson: "turns", lessonHash: "", scene: lesson.scene, seed: 1)
      )
      try attempt.carryOut(.entered(step: "one", setup: []), typed: "next")
      let commands = Situation(attempt).carryingOut([line]).commands
      try attempt.carryOut(.commands(commands), typed: line)
      turns.count(attempt, at: lesson)
    }
    #expect(turns.sorted.map(\.name) == ["other-name"])
    #expect(turns.sorted.map(\.learners) == [1])
  }

  private static let task = """
    \(head)

    ```task
    [some] 1  there is a check
              hc.count > 0
    [name] 1  it is called Alert   needs some
              hc("Alert") exists
    ```

    ```solve
    create health-check Alert --ip-address CafeInstance1
    ```

    ```mistake nothing-yet
    wait 1m
    fails:  some
    say:    There is no check yet.
    ```

    ```mistake other-name
    create health-check Alerts --ip-address CafeInstance1
    fails:  name
    say:    It has another name.
    ```

    """
}
