/// A class as its roster names it.
public struct Roster: Hashable, Sendable {
  /// In the order of the file.
  public let learners: [Learner]
  /// Which columns have the ids and the names, in a sentence; safe to print.
  public let columnsSentence: String

  /// Reads the bytes of a roster: values with commas, semicolons or tabs between them, in UTF-8.
  ///
  /// The first line names the columns. One of them has the ids, which differ from row to row; a
  /// name is shown beside them where there is one. Every other column is kept as it stands, so an
  /// LMS gets back what it gave. The layouts that Canvas and Moodle export are read as they are.
  ///
  /// - Throws: every problem that was found, up to a limit.
  public init(_ bytes: [UInt8]) throws(RosterRefusal) {
    let lines = try Self.lines(bytes)
    guard let header = lines.first else { throw RosterRefusal(.empty) }
    let columns = try RosterColumns(header, above: lines.dropFirst())
    let reader = Self.read(lines.dropFirst(), columns)
    if !reader.problems.isEmpty { throw RosterRefusal(problems: reader.problems) }
    guard !reader.learners.isEmpty else { throw RosterRefusal(.nobody) }
    learners = reader.learners
    columnsSentence = columns.sentence
  }

  private static func lines(_ bytes: [UInt8]) throws(RosterRefusal) -> [SeparatedLine] {
    guard bytes.count <= RosterLimits.bytes else {
      throw RosterRefusal(.tooLarge(bytes: bytes.count, limit: RosterLimits.bytes))
    }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw RosterRefusal(.sixteenBits)
    }
    do {
      return try SeparatedValues.read(bytes, atMost: RosterLimits.rows + 1)
    } catch {
      throw RosterRefusal(error)
    }
  }

  private static func read(
    _ lines: ArraySlice<SeparatedLine>,
    _ columns: RosterColumns
  ) -> RosterReader {
    var reader = RosterReader(columns: columns)
    for line in lines where reader.problems.count < RosterLimits.problems { reader.take(line) }
    return reader
  }
}

/// What a roster may hold at most.
enum RosterLimits {
  static let bytes = 64 << 20
  static let rows = 100_000
  static let columns = 200
  static let idCharacters = 128
  static let problems = 20
}

/// Makes learners of lines, and notes what is wrong with any.
private struct RosterReader {
  let columns: RosterColumns
  private(set) var learners: [Learner] = []
  private(set) var problems: [RosterProblem] = []
  private var taken: [String: Int] = [:]

  init(columns: RosterColumns) { self.columns = columns }

  mutating func take(_ line: SeparatedLine) {
    guard !line.isBlank, !columns.isPointsPossible(line) else { return }
    let extra = line.cells.dropFirst(columns.names.count)
    if extra.contains(where: { !$0.trimmed.isEmpty }) {
      problems.append(
        .tooManyCells(line: line.number, found: line.cells.count, expected: columns.names.count)
      )
      return
    }
    let id = line.cell(columns.id).trimmed
    if id.isEmpty { return problems.append(.noID(line: line.number, column: columns.idName)) }
    if id.count > RosterLimits.idCharacters || id.unicodeScalars.contains(where: \.isUnseen) {
      return problems.append(.badID(line: line.number, limit: RosterLimits.idCharacters))
    }
    if let first = taken.updateValue(line.number, forKey: id) {
      taken[id] = first
      return problems.append(.idTwice(id, line: line.number, firstLine: first))
    }
    learners.append(columns.learner(line, id: id))
  }
}
