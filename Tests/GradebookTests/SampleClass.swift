import CContent
import Gradebook
import Lab
import OrderedCollections

/// Classes that tests make up.
enum SampleClass {
  static let rules = Rules(
    mode: .graded,
    allowances: [:],
    feedback: .none,
    tries: [5, 3, 1],
    minutes: nil,
    isSilent: true,
    isSupervised: false,
    pass: 60
  )

  static func quiz(_ steps: [String], title: String = "Failover") -> ClassQuiz {
    ClassQuiz(
      id: "0123456789abcdef",
      title: title,
      engine: "1",
      rules: rules,
      pools: [
        ItemPool(
          name: nil,
          items: steps.map { ItemID(lesson: "cafe", step: $0) },
          draws: steps.count
        )
      ],
      seeds: [1]
    )
  }

  static func learner(_ id: String, _ name: String, _ columns: [(String, String)] = []) -> Learner {
    Learner(
      id: id,
      name: name,
      columns: columns.map { RosterColumn(name: $0.0, value: $0.1) }
    )
  }

  /// An item of one condition and one question, both worth a point.
  static func item(
    _ step: String,
    met: Bool,
    responses: [(text: String, isRight: Bool, idea: String?)],
    mistake: String? = nil,
    found: String? = nil,
    hints: Int = 0,
    seconds: Int64 = 60
  ) -> ItemGrade {
    let right = responses.last?.isRight == true ? rules.units(points: 1, atTry: responses.count) : 0
    let question = QuestionGrade(
      name: step + "-why",
      question: "Why does `\(step)` hold?",
      responses: responses.map {
        QuestionResponse(text: $0.text, isRight: $0.isRight, idea: $0.idea)
      },
      earned: right,
      possible: 5,
      feedback: "The standby serves only while the first site is down."
    )
    let condition = ConditionGrade(
      id: "holds",
      label: "the check of \(step) is quick",
      status: met ? .met : .unmet,
      earned: met ? 5 : 0,
      possible: 5,
      found: found,
      feedback: met ? nil : "Interval times threshold is too long."
    )
    return ItemGrade(
      item: "cafe#" + step,
      title: "Step " + step,
      earned: (met ? 5 : 0) + right,
      possible: 10,
      price: 0,
      conditions: [condition],
      questions: [question],
      mistake: mistake,
      hints: hints,
      wallTime: seconds * 1_000
    )
  }

  static func graded(
    _ learner: Learner,
    _ items: [ItemGrade],
    facts: [Fact] = []
  ) -> Grade {
    Grade(
      learner: learner,
      submission: learner.id + ".cafesub",
      verdict: .graded,
      items: items,
      facts: facts,
      wallTime: items.reduce(0) { $0 + $1.wallTime }
    )
  }

  static func absent(_ learner: Learner) -> Grade {
    Grade(
      learner: learner,
      submission: nil,
      verdict: .missing,
      items: [],
      facts: [],
      wallTime: 0
    )
  }

  static func refused(_ learner: Learner, _ refusal: SubmissionRefusal, file: String) -> Grade {
    Grade(
      learner: learner,
      submission: file,
      verdict: .refused(refusal),
      items: [],
      facts: [],
      wallTime: 0
    )
  }

  /// Three learners of a roster that came from Canvas: one was graded, one is missing, one refused.
  static let three = ClassGrades(
    quiz: quiz(["check", "records"]),
    grades: [
      graded(
        learner("17", "Müller, Änn", [("SIS User ID", "s17"), ("Section", "A")]),
        [
          item(
            "check",
            met: true,
            responses: [("weighted", false, "weighted"), ("failover", true, "failover")]
          ),
          item(
            "records",
            met: false,
            responses: [("I do not know", false, nil)],
            mistake: "too-slow",
            found: "45 s",
            hints: 1
          ),
        ],
        facts: [.gap(row: 9, milliseconds: 7_200_000)]
      ),
      absent(learner("18", "Bo Li", [("SIS User ID", "s18"), ("Section", "A")])),
      refused(
        learner("19", "Cy Roe", [("SIS User ID", "s19"), ("Section", "B")]),
        .chainBroken(row: 4),
        file: "cy.cafesub"
      ),
    ]
  )

  /// A text of `Assets/`, as it is inside the binary.
  static func asset(_ path: String) -> String? {
    for index in 0..<cc_count() {
      let file = unsafe cc_file_at(index).pointee
      guard unsafe String(cString: file.name) == "Assets/" + path else { continue }
      let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.length)
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  /// The files of a class, by their paths.
  static func files(of grades: ClassGrades) throws -> OrderedDictionary<String, String> {
    let files = try Reports(asset).files(of: grades)
    return OrderedDictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    )
  }
}
