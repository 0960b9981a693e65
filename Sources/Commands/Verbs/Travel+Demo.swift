import ArgumentParser

/// Verbs of whoever gives a demo; the overview leaves them to `cafe demo --help`.
extension Travel {
  static let demo: [VerbEntry] = [
    VerbEntry(.travel, Rewind.self, ""), VerbEntry(.travel, Resume.self, ""),
  ]

  struct Rewind: WordVerb {
    static let configuration = CommandConfiguration(
      "rewind",
      "In a demo: steps back, and the café with it.",
      "`b` at the demo's own prompt is the same as `rewind`.",
      example: "rewind 2"
    )

    @Argument(help: "How many pauses; 1 if not given.") var count: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .demo(.rewind(try lineCount(count)))
    }
  }

  struct Resume: WordVerb {
    static let configuration = CommandConfiguration(
      "resume",
      "In a demo: takes back what was done beside it.",
      "Everything is then as the demo left it, and Enter goes on.",
      example: "resume"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request { .demo(.resume) }
  }
}
