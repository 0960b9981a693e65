/// Which column of a roster is which.
struct RosterColumns {
  /// As the first line spells them.
  let names: [String]
  let id: Int
  private let name: NameColumns

  private enum NameColumns {
    case whole(Int)
    case parts(first: Int, last: Int)
    case none
  }

  var idName: String { names[id] }

  /// Which columns a roster took as ids and names.
  var sentence: String {
    let ids = "ids from the column \(cleaned(idName))"
    return switch name {
    case .whole(let column): ids + ", names from \(cleaned(names[column]))"
    case .parts(let first, let last):
      ids + ", names from \(cleaned(names[first])) and \(cleaned(names[last]))"
    case .none: ids + ", and no column of names"
    }
  }

  init(_ header: SeparatedLine, above rows: ArraySlice<SeparatedLine>) throws(RosterRefusal) {
    let names = header.cells.map(\.trimmed)
    guard names.count <= RosterLimits.columns else {
      throw RosterRefusal(.tooManyColumns(found: names.count, limit: RosterLimits.columns))
    }
    let keys = names.map(\.headerKey)
    func column(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { keys.firstIndex(of: $0) }.first
    }
    let address = column(Self.addresses)
    let leading: Int? = address != nil && Self.mayBeIDs(keys, rows) ? 0 : nil
    guard let id = column(Self.ids) ?? leading ?? address else {
      throw RosterRefusal(.noIDColumn(found: names))
    }
    if let other = keys.indices.first(where: { $0 > id && keys[$0] == keys[id] }) {
      throw RosterRefusal(.columnTwice(names[other]))
    }
    self.names = names
    self.id = id
    if let whole = column(Self.wholeNames) {
      name = .whole(whole)
    } else if let first = column(Self.firstNames), let last = column(Self.lastNames) {
      name = .parts(first: first, last: last)
    } else {
      name = .none
    }
  }

  // The spellings of Canvas, Moodle and of common school systems, without case, spaces and signs.
  // The first that a roster has is taken.
  private static let ids = [
    "id", "learnerid", "studentid", "learner", "idnumber", "sisuserid", "sisloginid",
    "studentnumber", "studentno", "matriculationnumber", "matrikelnummer", "userid", "username",
    "login",
  ]
  /// Ids where nothing else can be.
  private static let addresses = ["email", "emailaddress", "mail"]
  private static let wholeNames = [
    "name", "fullname", "studentname", "student", "learnername", "displayname",
  ]
  private static let firstNames = ["firstname", "givenname", "forename", "vorname"]
  private static let lastNames = ["lastname", "surname", "familyname", "nachname"]

  /// Whether the first column, whose name says nothing, has a value of its own with a digit in each
  /// row, as numbers of students have and names of people and groups have not.
  private static func mayBeIDs(_ keys: [String], _ rows: ArraySlice<SeparatedLine>) -> Bool {
    let known = addresses + wholeNames + firstNames + lastNames
    guard let key = keys.first, !key.isEmpty, !known.contains(key) else { return false }
    let values = rows.filter { !$0.isBlank }.map { $0.cell(0).trimmed }
    return Set(values).count == values.count
      && values.allSatisfy { $0.contains(where: \.isNumber) && !$0.contains(where: \.isWhitespace) }
  }

  /// The second line of a Canvas export, which describes the columns and no learner.
  func isPointsPossible(_ line: SeparatedLine) -> Bool {
    line.cell(id).trimmed.isEmpty && line.cells.contains { $0.trimmed == "Points Possible" }
  }

  func learner(_ line: SeparatedLine, id: String) -> Learner {
    Learner(
      id: id,
      name: fullName(line) ?? id,
      columns: names.indices.filter(isFurther).map {
        RosterColumn(name: names[$0], value: line.cell($0).trimmed)
      }
    )
  }

  private func fullName(_ line: SeparatedLine) -> String? {
    let found =
      switch name {
      case .whole(let column): line.cell(column).trimmed
      case .parts(let first, let last):
        (line.cell(first).trimmed + " " + line.cell(last).trimmed).trimmed
      case .none: ""
      }
    return found.isEmpty ? nil : found
  }

  /// A column that an LMS calls by a name of its own stays, even where it has the ids or names.
  private func isFurther(_ column: Int) -> Bool {
    if names[column].isEmpty { return false }
    if column == id { return names[column].headerKey != "id" }
    if case .whole(column) = name { return names[column].headerKey != "name" }
    return true
  }
}

extension String {
  /// A column's name without case, spaces and signs.
  var headerKey: String {
    String(String.UnicodeScalarView(lowercased().unicodeScalars.filter(\.properties.isAlphabetic)))
  }
}
