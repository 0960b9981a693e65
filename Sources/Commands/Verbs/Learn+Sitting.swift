import ArgumentParser

/// Verbs of a sitting under rules.
extension Learn {
  static let sitting: [VerbEntry] = [
    VerbEntry(.learn, ShowRules.self, rules), VerbEntry(.learn, TimeLeft.self, rules),
    VerbEntry(.learn, CheckpointCode.self, rules), VerbEntry(.learn, Submit.self, rules),
  ]

  private static let rules = "a quiz: its rules, time, code; hand it in"

  struct ShowRules: WordVerb {
    static let configuration = CommandConfiguration(
      "rules",
      "Shows what holds in this sitting, and what each help costs.",
      example: "rules"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .sitting(.rules) }
  }

  struct TimeLeft: WordVerb {
    static let configuration = CommandConfiguration(
      "time",
      "Shows how long you have been at the quiz, and what is left.",
      example: "time"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .sitting(.time) }
  }

  struct CheckpointCode: WordVerb {
    static let configuration = CommandConfiguration(
      "code",
      "Prints ten characters that stand for everything you have done so far.",
      """
      Written on an answer sheet, they show later that what was handed in holds all of it. Each \
      line changes them.
      """,
      example: "code"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request {
      .sitting(.checkpoint)
    }
  }

  struct Submit: WordVerb {
    static let configuration = CommandConfiguration(
      "submit",
      "Hands the quiz in: one sealed file, and a receipt.",
      "Only the instructor can open the file. You can go on, and hand in again.",
      example: "submit --out quiz-anna.sealed"
    )

    @Option(help: .init("Where the file goes.", valueName: "file"), completion: .file())
    var out: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .sitting(.submit(path: out))
    }
  }
}
