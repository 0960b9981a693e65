import Foundation

/// A recorded session: what it is about, how it is set up, and what was typed and said.
///
/// The file begins with lines behind `#`: first the aim, then settings (`# lesson: ID`,
/// `# step: ID`, `# file: NAME CONTENT`, `# read-only`). `␛` in a line that is typed stands for
/// ESC, `␇` for BEL, and `␡` for DEL. An output line that begins with `>` has a `\` before it.
struct Transcript {
  let name: String
  private(set) var preface: [String] = []
  private(set) var exchanges: [Exchange] = []

  /// One typed line and what came of it.
  ///
  /// The first exchange is the greeting, without a line.
  struct Exchange: Equatable {
    var line: String
    var output: [String]
  }

  /// The folder of the recordings.
  static let folder = #filePath.replacing("Transcript.swift", with: "Sessions")

  private var path: String { "\(Self.folder)/\(name).txt" }

  init(named name: String) throws {
    self.name = name
    let text = try String(contentsOfFile: "\(Self.folder)/\(name).txt", encoding: .utf8)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    while let line = lines.first, line.hasPrefix("#") { preface.append(lines.removeFirst()) }
    exchanges = [Exchange(line: "", output: [])]
    for line in lines {
      if line.hasPrefix("> ") || line == ">" {
        exchanges.append(Exchange(line: String(line.dropFirst(2)), output: []))
      } else {
        let shown = line.hasPrefix("\\>") ? String(line.dropFirst()) : line
        exchanges[exchanges.count - 1].output.append(shown)
      }
    }
  }

  /// The lines that are typed, as they come from the keyboard.
  static func typed(_ line: String) -> String {
    line.replacing("␛", with: "\u{1B}").replacing("␇", with: "\u{7}")
      .replacing("␡", with: "\u{7F}")
  }

  /// The values of a setting.
  func settings(_ key: String) -> [String] {
    preface.filter { $0.hasPrefix("# \(key):") }.map {
      $0.dropFirst(key.count + 3).trimmingCharacters(in: .whitespaces)
    }
  }

  var isReadOnly: Bool { preface.contains("# read-only") }

  /// Writes the recording of a session that has just been played.
  func record(_ played: [Exchange]) throws {
    var lines = preface
    for (index, exchange) in played.enumerated() {
      if index > 0 { lines.append(exchange.line.isEmpty ? ">" : "> " + exchange.line) }
      lines += exchange.output.map { $0.hasPrefix(">") ? "\\" + $0 : $0 }
    }
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path,
      atomically: true,
      encoding: .utf8
    )
  }
}
