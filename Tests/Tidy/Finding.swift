/// Something that a file does and should not.
struct Finding: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let rule: Rule
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}

/// What is looked for; an exception names one.
enum Rule: String {
  case bannedWord, layer, orderOfDictionary
  case fileName, typeName, folderName
  case fileLength, functionLength, lineLength, blankLines, deadCode
  case title, golden, content, map
}

/// A finding that stands, and why.
struct Exemption {
  let path: String
  let rule: Rule
  /// What the message says, when the file may do one thing and not another.
  var about = ""
  let reason: String

  func covers(_ finding: Finding) -> Bool {
    finding.path == path && finding.rule == rule
      && (about.isEmpty || finding.message.contains(about))
  }
}
