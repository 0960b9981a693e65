import ArgumentParser

/// Verbs that move through what has been done.
enum Travel {
  static let verbs: [VerbEntry] = [
    VerbEntry(.travel, Undo.self, "take a line back, or again"),
    VerbEntry(.travel, Redo.self, "take a line back, or again"),
    VerbEntry(.travel, History.self, history), VerbEntry(.travel, GoTo.self, history),
    VerbEntry(.travel, Diff.self, history),
    VerbEntry(.travel, Bookmark.self, "name a place; go on beside it"),
    VerbEntry(.travel, Branch.self, "name a place; go on beside it"),
    VerbEntry(.travel, WhatIf.self, "try a command on a copy of the world"),
  ]

  private static let history = "what was done; go to a moment; compare two"

  struct Undo: WordVerb {
    static let configuration = CommandConfiguration(
      "undo",
      "Takes back the last line, or several.",
      "The café goes back, the record does not.",
      example: "undo 2"
    )

    @Argument(help: "How many lines; 1 if not given.") var count: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .travel(.undo(try lineCount(count)))
    }
  }

  struct Redo: WordVerb {
    static let configuration = CommandConfiguration(
      "redo",
      "Does again what was undone, one line or several.",
      example: "redo"
    )

    @Argument(help: "How many lines; 1 if not given.") var count: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .travel(.redo(try lineCount(count)))
    }
  }

  struct History: WordVerb {
    static let configuration = CommandConfiguration(
      "history",
      "Lists the lines that were carried out, with their numbers.",
      example: "history"
    )

    func request(in context: ParseContext) throws(CommandError) -> Request { .travel(.history) }
  }

  struct GoTo: WordVerb {
    static let configuration = CommandConfiguration(
      "goto",
      "Goes to an entry of the history, to a bookmark, or to the end of a branch.",
      example: "goto 12"
    )

    @Argument(
      help: .init("A number of the history, a bookmark, or a branch.", valueName: "place"),
      completion: .list(["@place"])
    )
    var place: String

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .travel(.goTo(try context.moment(place)))
    }
  }

  struct Bookmark: WordVerb {
    static let configuration = CommandConfiguration(
      "bookmark",
      "Names this moment; without a name, lists the bookmarks.",
      example: "bookmark before-failover"
    )

    @Argument(help: "A name without blanks.") var name: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .travel(.bookmark(try markName(name)))
    }
  }

  struct Branch: WordVerb {
    static let configuration = CommandConfiguration(
      "branch",
      "Goes on beside what was done before; without a name, lists the branches.",
      """
      The branch begins here. What you do from now on is on it, and `goto NAME` comes back to its \
      latest moment; `goto main` goes back to where you began.
      """,
      example: "branch with-elastic-ip"
    )

    @Argument(help: "A name without blanks.") var name: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      .travel(.branch(try markName(name)))
    }
  }

  struct WhatIf: RawVerb {
    static let configuration = CommandConfiguration(
      "what-if",
      "Carries a command out on a copy, and shows what would differ.",
      "The world itself stays as it is.",
      example: "what-if stop CafeInstance1"
    )

    @Argument(
      parsing: .captureForPassthrough,
      help: .init("The rest of the line.", valueName: "command")
    )
    var command: [String]

    static func request(
      _ rest: String,
      in context: ParseContext
    ) throws(CommandError) -> Request {
      guard !rest.isEmpty else {
        throw .usage(WhatIf.self, "Say a command behind `what-if`.", in: context)
      }
      return .travel(.whatIf(rest))
    }
  }

  static func lineCount(_ text: String?) throws(CommandError) -> Int {
    guard let text else { return 1 }
    guard let count = Int(text), count >= 1 else {
      throw .badValue(
        option: "COUNT",
        value: text,
        allowed: "a whole number from 1, such as 2",
        near: []
      )
    }
    return count
  }

  /// Names that are not numbers, so that `goto` can tell them from those.
  private static func markName(_ text: String?) throws(CommandError) -> String? {
    guard let text else { return nil }
    let isPlain = !text.isEmpty && text.count <= 40 && !text.contains(" ") && Int(text) == nil
    guard isPlain else {
      throw .badValue(
        option: "NAME",
        value: text,
        allowed: "1 to 40 characters without blanks, not a number",
        near: []
      )
    }
    return text
  }
}
