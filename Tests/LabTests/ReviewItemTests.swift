import CafeWorld
import Testing

@testable import Lab

struct `An item of a review` {
  private static let text = """
    ---
    format: 1
    lesson: sample
    title: A sample
    minutes: 10
    seed: 7
    world: cafe
    ---

    ```vars
    ttl = 15 | 30 | 60
    ```

    ## Build {#build}

    ```setup
    create record www A CafeInstance1 --ttl ${ttl}
    ```

    ```task
    [slow] 1  it is a minute
      record("www").ttl == 60
    ```

    ```solve
    update record www CafeInstance1 --ttl 60
    wait 1m
    ```

    ## Ask {#ask}

    ```setup
    order CafeInstance1
    ```

    ```predict later
    ask:    How many orders did I place here?
    run:    wait 1m
    answer: orders("ask", by: "you").placed
    near:   1
    ```

    ```quiz colour
    ask: Which of the three, with ${ttl}?
    choose:
      (x) red :: Yes.
      ( ) green :: No.
      ( ) blue :: No.
    ```

    ```quiz steps
    ask: In which order?
    order:
      first
      second
    ```
    """

  private static func lesson(_ variant: Int) -> Lesson? {
    LessonReading(Array(text.utf8), id: "sample", variant: variant).lesson
  }

  private static func item(_ question: String, count: Int) throws -> ReviewItem {
    let due = Recall.Due(item: Recall.Item(lesson: "sample", question: question), count: count)
    return try #require(ReviewItem(due) { lesson($0) })
  }

  @Test func `is asked in a step of its own, under its whole name`() throws {
    let item = try Self.item("colour", count: 1)
    #expect(item.step.id == "sample#colour")
    #expect(item.step.quizzes.map(\.name) == ["sample#colour"])
    #expect(item.step.predictions.isEmpty && item.step.setup.isEmpty)
    #expect(try Self.item("later", count: 1).step.predictions.map(\.name) == ["sample#later"])
    let due = Recall.Due(item: Recall.Item(lesson: "sample", question: "gone"), count: 1)
    #expect(ReviewItem(due) { Self.lesson($0) } == nil)
    #expect(ReviewItem(due) { _ in nil } == nil)
  }

  @Test func `reads another variant each time, and lists its options in another order`() throws {
    let shown = try (1...4).map { count in
      let quiz = try #require(try Self.item("colour", count: count).step.quizzes.first)
      let evaluator = Evaluator(Situation(world: Scene.cafe.world(seed: 1)))
      return (evaluator.text(quiz.question), quiz.shown(evaluator))
    }
    #expect(Set(shown.map(\.0)).count == 3)
    #expect(shown.allSatisfy { $0.1.first != "red" && Set($0.1) == ["red", "green", "blue"] })
    #expect(shown[0].1 != shown[1].1)
    let steps = try #require(try Self.item("steps", count: 1).step.quizzes.first)
    let evaluator = Evaluator(Situation(world: Scene.cafe.world(seed: 1)))
    #expect(steps.shown(evaluator) == ["second", "first"])
    guard case .right = steps.judge("b a", evaluator) else {
      Issue.record("the second that is shown comes first")
      return
    }
  }

  @Test(arguments: ["colour", "steps"])
  func `takes the next variant in which the question reads otherwise`(question: String) throws {
    let text = Self.text.replacing(
      "ttl = 15 | 30 | 60\n",
      with: "ttl = 15 | 30 | 60\nspare = a | b\n"
    )
    .replacing("## Ask {#ask}\n", with: "## Ask {#ask}\n\nOne has the letter ${spare}.\n")
    let asked = try (0...6).map { count -> String in
      let due = Recall.Due(
        item: Recall.Item(lesson: "sample", question: question),
        count: count
      )
      let item = try #require(
        ReviewItem(due) { LessonReading(Array(text.utf8), id: "sample", variant: $0).lesson }
      )
      return try #require(item.step.quizzes.first).question.description
    }
    let others = zip(asked, asked.dropFirst()).count { $0 != $1 }
    #expect(others == (question == "colour" ? 6 : 0))
  }

  @Test(arguments: 1...5)
  func `is asked where the lesson asks it, in another world, and folds again`(count: Int) throws {
    let item = try Self.item("later", count: count)
    let moves = try #require(item.opening(engine: "1"))
    var attempt = Attempt(
      Beginning(engine: "1", lesson: "review", lessonHash: "", scene: .cafe, seed: 1)
    )
    for move in moves { try attempt.carryOut(move, typed: "") }
    #expect(attempt.step == "sample#later")
    guard case .opened(let first, let beginning, _) = moves.first else {
      Issue.record("it begins in a world of its own")
      return
    }
    #expect(first == "build")
    #expect(beginning.seed != 7 && (1...20).contains(beginning.seed))
    let lesson = try #require(Self.lesson(count))
    let way = try #require(lesson.walk(to: "later", seed: beginning.seed))
    #expect(attempt.world.digest == way.attempt.world.digest)
    let situation = Situation(attempt)
    let playing = try #require(item.step.predictions.first?.play(in: situation))
    #expect(playing.answer == .number(1))
    var folded = Attempt(attempt.beginning)
    for row in attempt.rows.dropFirst() { try folded.replay(row.entry, typed: row.typed) }
    #expect(folded.world.digest == attempt.world.digest)
  }
}
