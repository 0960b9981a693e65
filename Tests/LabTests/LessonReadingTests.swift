import Testing

@testable import Lab

struct `Reading a lesson` {
  private func lesson(variant: Int = 0) throws -> Lesson {
    let text = MarkedLesson(task: SampleFences.task).text + "\n" + SampleFences.others
    let reading = LessonReading(Array(text.utf8), variant: variant)
    #expect(reading.diagnostics.map(\.description) == [])
    return try #require(reading.lesson)
  }

  @Test func `the file becomes steps and pieces in order`() throws {
    let lesson = try lesson()
    #expect(lesson.steps.map(\.id) == ["step", "questions"])
    #expect(lesson.hash.count == 64)
    let kinds = lesson.steps[1].blocks.map { block in
      switch block {
      case .prose: "prose"
      case .figure(let figure): figure.path
      case .fence(let kind, let name): "\(kind.rawValue) \(name ?? "")"
      }
    }
    #expect(
      kinds == [
        "trial/figure.svg", "prose", "quiz policy", "quiz pick", "quiz seconds", "quiz lost",
        "quiz sort",
      ]
    )
  }

  @Test func `conditions have points, needs and words`() throws {
    let step = try #require(try lesson()[step: "step"])
    #expect(step.conditions.map(\.id) == ["exists", "target", "calm"])
    #expect(step.conditions.map(\.points) == [1, 2, 1])
    #expect(step.points == 4)
    #expect(step.conditions.map(\.needs) == [[], ["exists"], ["target", "exists"]])
    #expect(step.conditions[1].label.plainText == "it watches CafeInstance1")
    #expect(
      step.conditions[1].feedback?.description
        == "It watches ${hc(\"Main\").ip-address}, which is ${hc(\"Main\").owner}.\nSay {so\\}."
    )
    #expect(step.conditions[2].test.commands == ["break CafeInstance1 --drop --for 12s"])
  }

  @Test func `ways to solve are commands`() throws {
    let step = try #require(try lesson()[step: "step"])
    #expect(step.setup.map(\.text) == ["create topic Alerts"])
    #expect(step.solution.map(\.text) == ["wait 1s"])
    #expect(
      step.alternatives.map { $0.commands.map(\.text) } == [
        ["create health-check Main --ip-address CafeInstance1 --resource-path /cafe"]
      ]
    )
    #expect(step.mistakes.map(\.fails) == [["target"]])
    #expect(
      step.mistakes.first?.feedback.description
        == "It watches ${hc(\"Main\").ip-address}.\nLook again."
    )
    #expect(step.hints.map(\.price) == [nil, 2])
    #expect(step.demo.count == 6)
    #expect(step.notes.map(\.plainText) == ["For the instructor."])
  }

  @Test func `a prediction has an answer and models`() throws {
    let prediction = try #require(try lesson()[step: "step"]?[prediction: "how-long"])
    #expect(prediction.commands.map(\.text) == ["create health-check trial", "stop CafeInstance1"])
    #expect(prediction.answer.description == "seconds until (hc(\"trial\").status == unhealthy)")
    #expect(prediction.near == 6)
    #expect(prediction.models.map(\.name) == ["one-strike", "counts-ttl"])
    #expect(prediction.models.first?.meaning == .engine(.failureThreshold(1)))
    #expect(prediction.reason?.expressions == [.answer])
  }

  @Test func `questions of every kind`() throws {
    let step = try #require(try lesson()[step: "questions"])
    guard case .type(let free) = try #require(step[quiz: "policy"]).kind else {
      return #expect(Bool(false), "a free text")
    }
    #expect(free.ideas.map(\.name) == ["failover", "weighted"])
    #expect(
      free.ideas.map(\.phrases) == [
        ["failover", "failover routing"], ["weighted", "weighted routing"],
      ]
    )
    #expect(free.cases.map(\.isRight) == [true, false])
    guard case .choose(let options) = try #require(step[quiz: "pick"]).kind else {
      return #expect(Bool(false), "a choice")
    }
    #expect(options.map(\.isRight) == [true, false])
    #expect(options[1].feedback.plainText == "No: it is\nthe other one.")
    guard case .number(let key) = try #require(step[quiz: "seconds"]).kind else {
      return #expect(Bool(false), "a number")
    }
    #expect(key.right == .init(value: .value(.number(28)), unit: "s", tolerance: 2))
    #expect(key.wrong.map(\.name) == ["double"])
    guard case .number(let lost) = try #require(step[quiz: "lost"]).kind else {
      return #expect(Bool(false), "a number")
    }
    #expect(lost.right.value.description == "orders.lost - 3")
    #expect(lost.right.tolerance == 10)
    guard case .order(let items) = try #require(step[quiz: "sort"]).kind else {
      return #expect(Bool(false), "an order")
    }
    #expect(items.map(\.plainText) == ["detect", "decide", "answer"])
  }

  @Test func `a hint and an item of an order may begin with words and a colon`() throws {
    let step = MarkedLesson(
      step: "```hint\nFive things: a name.\n2 | Say: both.\nSee also: `help`.\n```\n"
    )
    #expect(step.reading.diagnostics.map(\.description) == [])
    let hints = try #require(step.reading.lesson?.steps.first?.hints)
    #expect(
      hints.map(\.text.plainText) == ["Five things: a name.", "Say: both.", "See also: `help`."]
    )
    let quiz = MarkedLesson(
      step: "```quiz q\nask: What?\norder:\nFirst: look.\nThen: think.\nAt last, act.\n```\n"
    )
    #expect(quiz.reading.diagnostics.map(\.description) == [])
    guard case .order(let items)? = quiz.reading.lesson?.steps.first?.quizzes.first?.kind else {
      return #expect(Bool(false), "an order")
    }
    #expect(items.map(\.plainText) == ["First: look.", "Then: think.", "At last, act."])
  }

  @Test func `variants take every combination`() throws {
    #expect(try lesson().variants == 6)
    let last = try lesson(variant: 3)
    #expect(last.variant == 3)
    #expect(last.steps[0].conditions[1].label.plainText == "it watches CafeInstance2")
    #expect(try lesson(variant: 6) == lesson(variant: 0))
  }
}
