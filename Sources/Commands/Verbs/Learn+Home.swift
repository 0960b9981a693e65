import ArgumentParser

/// Verbs for what stays when the lesson is over.
extension Learn {
  struct Review: WordVerb {
    static let configuration = CommandConfiguration(
      "review",
      "Asks again what you answered before.",
      """
      A question comes back at your next session, three days later, and a week after that, with \
      other numbers and in another order where it has any; a wrong answer begins its row anew. \
      Afterwards you are back where you were.
      """,
      example: "review"
    )
    func request(in context: ParseContext) throws(CommandError) -> Request { .lesson(.review) }
  }

  struct Notes: WordVerb {
    static let configuration = CommandConfiguration(
      "notes",
      "Shows what you typed, step by step, with the points: a page to keep.",
      """
      With --out it becomes a runbook, Markdown or HTML by the name of the file: the commands in \
      both spellings, what happened when, why it worked, and your guesses beside the outcome.
      """,
      example: "notes --out my-failover.html"
    )

    @Option(help: .init("Writes a runbook there.", valueName: "file"), completion: .file())
    var out: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .lesson(.notes(to: out))
    }
  }

  struct Certificate: WordVerb {
    static let configuration = CommandConfiguration(
      "certificate",
      "Writes a signed credential of a lesson that is done, as Open Badges 3.0.",
      "Your installation signs it. `cafe certificate verify FILE` shows that nobody changed it.",
      example: "certificate --name 'Ann Lee' --out failover.json"
    )

    @Option(help: .init("Where the file goes.", valueName: "file"), completion: .file())
    var out: String?

    @Option(help: .init("Whom it is about, as they call themselves.", valueName: "name"))
    var name: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .lesson(.certificate(to: out, name: name))
    }
  }
}
