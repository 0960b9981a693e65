/// What is wrong with a roster; lines count from 1.
public enum RosterProblem: Error, Hashable, Sendable {
  case empty
  case nobody
  case tooLarge(bytes: Int, limit: Int)
  case tooManyRows(limit: Int)
  case tooManyColumns(found: Int, limit: Int)
  /// The file is in UTF-16.
  case sixteenBits
  case notUTF8(line: Int)
  case quoteUnclosed(line: Int)
  case textAfterQuote(line: Int)
  case noIDColumn(found: [String])
  case columnTwice(String)
  case tooManyCells(line: Int, found: Int, expected: Int)
  case noID(line: Int, column: String)
  case badID(line: Int, limit: Int)
  case idTwice(String, line: Int, firstLine: Int)
}

/// Why a roster is not taken: everything that was found, in the order of the file.
public struct RosterRefusal: Error, Hashable, Sendable {
  public let problems: [RosterProblem]

  init(problems: [RosterProblem]) { self.problems = problems }

  init(_ problem: RosterProblem) { self.init(problems: [problem]) }

  /// What happened and what to try next, a sentence or two for each problem; safe to print.
  public var sentences: [String] { problems.map(\.sentence) }
}
