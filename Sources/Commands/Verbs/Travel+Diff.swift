import ArgumentParser

extension Travel {
  struct Diff: WordVerb {
    static let configuration = CommandConfiguration(
      "diff",
      "Shows what differs between two moments: records, checks, answers, orders and more.",
      """
      A moment is a number of the history, a bookmark, a branch, or `now`; the second is `now` if \
      not given.
      """,
      example: "diff before-failover now"
    )

    @Argument(
      help: .init("The first moment.", valueName: "from"),
      completion: .list(["@place"])
    )
    var before: String
    @Argument(
      help: .init("The second one.", valueName: "to"),
      completion: .list(["@place"])
    )
    var after: String?

    func request(in context: ParseContext) throws(CommandError) -> Request {
      let from = try context.moment(before)
      return .travel(.diff(from: from, to: try context.moment(after ?? Place.now)))
    }
  }
}

/// Words for moments of an attempt.
public enum Place {
  /// The present moment.
  public static let now = "now"
}

extension ParseContext {
  /// A moment of the attempt, if the text can be one.
  func moment(_ text: String) throws(CommandError) -> String {
    let known = [Place.now] + bookmarks + branches
    if Int(text).map({ $0 >= 0 }) ?? known.contains(text) { return text }
    throw .unknownThing(
      what: "history entry, bookmark or branch",
      text,
      near: nearMisses(of: text, in: known),
      look: "history"
    )
  }
}
