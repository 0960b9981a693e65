extension RosterProblem {
  /// What happened, where, and what to try next; safe to print.
  public var sentence: String {
    switch self {
    case .empty: "The roster is empty. Its first line names the columns, such as id,name."
    case .nobody: "The roster names nobody. Put one learner on each line below the first."
    case .tooLarge(let bytes, let limit):
      "The roster has \(bytes) bytes; \(limit) is the most. Split the class."
    case .tooManyRows(let limit):
      "The roster has more than \(limit) rows, which is the most. Split the class."
    case .tooManyColumns(let found, let limit):
      "The roster has \(found) columns; \(limit) is the most. Leave out what no import needs."
    case .sixteenBits:
      "The roster is in UTF-16. Save it as “CSV UTF-8”, and try again."
    case .notUTF8(let line):
      "Line \(line) is not in UTF-8, so names would come out wrong. "
        + "Save the roster as “CSV UTF-8”, and try again."
    case .quoteUnclosed(let line):
      "Line \(line) opens a quotation mark that nothing closes. Close it, or take it out."
    case .textAfterQuote(let line):
      "Line \(line) goes on after a closing quotation mark. "
        + "Write a mark inside a quoted cell twice."
    case .noIDColumn(let found):
      "No column of the roster has ids. It has: \(Self.listed(found)). "
        + "Name one of them id; each learner needs an id of their own."
    case .columnTwice(let name):
      "The roster has two columns \(cleaned(name)). Rename the one that does not have the ids."
    case .tooManyCells, .noID, .badID, .idTwice: rowSentence
    }
  }

  private var rowSentence: String {
    switch self {
    case .tooManyCells(let line, let found, let expected):
      "Line \(line) has \(found) cells for \(expected) columns. "
        + "Put a cell that holds the separator in quotation marks."
    case .noID(let line, let column):
      "Line \(line) has nothing in the column \(cleaned(column)). Give the learner an id."
    case .badID(let line, let limit):
      "The id in line \(line) is longer than \(limit) characters or holds characters that "
        + "nobody sees. Type it anew."
    case .idTwice(let id, let line, let first):
      "Line \(line) has the id \(cleaned(id)) again, which line \(first) has already. "
        + "Each learner needs an id of their own."
    default: ""
    }
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(12).map { cleaned($0) }.joined(separator: ", ")
    return names.count > 12 ? shown + ", …" : shown
  }
}
