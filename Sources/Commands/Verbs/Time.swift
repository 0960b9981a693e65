import ArgumentParser
import CafeWorld

/// Verbs that move virtual time, the only ones that do.
enum Time {
  static let verbs: [VerbEntry] = [
    VerbEntry(.time, Wait.self, "let time pass, such as 5m; what time it is"),
    VerbEntry(.time, Now.self, "let time pass, such as 5m; what time it is"),
    VerbEntry(.time, RunUntil.self, "let time pass until a test holds", as: "run until"),
  ]

  struct Wait: WordVerb {
    static let configuration = CommandConfiguration(
      "wait",
      "Lets virtual time pass.",
      "Units are ms, s, m, h and d; 1m30s is a minute and a half.",
      example: "wait 30s"
    )

    @Argument(help: "How long.", completion: .list(["~10s", "~30s", "~1m", "~5m", "~1h", "~1d"]))
    var time: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .change([.wait(try Durations.value(time, for: "wait"))], showing: .events)
    }
  }

  struct RunUntil: RawVerb {
    static let configuration = CommandConfiguration(
      "run until",
      "Lets virtual time pass until a test holds.",
      """
      The test is one of the lessons' language: hc("Primary").status == unhealthy, \
      mail(to: "sofia@cafe.example").count > 1.
      """,
      example: #"run until --at-most 10m hc("Primary").status == unhealthy"#
    )

    @Option(
      help: .init("The longest that it may take; 1d if not given.", valueName: "time"),
      completion: .list(["~1m", "~10m", "~1h"])
    )
    var atMost: String?
    @Argument(
      parsing: .captureForPassthrough,
      help: .init("The rest of the line.", valueName: "test")
    )
    var test: [String]

    static func request(
      _ rest: String,
      in context: ParseContext
    ) throws(CommandError) -> Request {
      guard let limit = limit(of: rest) else { return try until(rest, atMost: .day, context) }
      let time = try Durations.value(limit.text, for: option)
      return try until(limit.test, atMost: time, context)
    }

    static let option = "--at-most"

    private static func until(
      _ test: String,
      atMost time: Milliseconds,
      _ context: ParseContext
    ) throws(CommandError) -> Request {
      guard !test.isEmpty else { throw .usage(RunUntil.self, "Say what to wait for.", in: context) }
      return .lesson(.runUntil(test: test, atMost: time))
    }

    /// The value of a leading `--at-most`, and what follows it.
    private static func limit(of rest: String) -> (text: String, test: String)? {
      guard rest.hasPrefix(option), let next = rest.dropFirst(option.count).first,
        next == " " || next == "="
      else { return rest == option ? ("", "") : nil }
      let tail = rest.dropFirst(option.count + 1).drop { $0 == " " }
      let value = tail.prefix { $0 != " " }
      return (String(value), String(tail.dropFirst(value.count).drop { $0 == " " }))
    }
  }

  struct Now: WordVerb {
    static let configuration = CommandConfiguration(
      "now",
      "Says what time it is, at the café and in UTC.",
      example: "now"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request { .ask(.now) }
  }
}
