import Foundation

/// The project's files, and what only all of them together can show.
struct Tree {
  let root: String
  let files: [String]
  let sources: [Source]

  /// Reads the tree that stands at `root`, without what was built.
  init(root: String) throws {
    self.root = root
    var files: [String] = []
    for top in ["Sources", "Tests", "Lessons", "Assets"] {
      let below = FileManager.default.enumerator(atPath: root + "/" + top)
      while let name = below?.nextObject() as? String {
        if name.hasPrefix(".") || name.contains("/.") { continue }
        if (name as NSString).pathExtension.isEmpty { continue }
        files.append(top + "/" + name)
      }
    }
    files += ["Package.swift", "README.md"].filter { name in
      FileManager.default.fileExists(atPath: root + "/" + name)
    }
    self.files = files.sorted()
    sources = try self.files
      .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") || $0.hasSuffix(".h") }
      .map { path in try Source(path: path, bytes: Tree.read(root + "/" + path)) }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func findings() throws -> [Finding] {
    try sources.flatMap(tidy) + titles() + goldens() + content() + map()
  }

  /// A page has one title; a lesson has its own in the front matter, a part of a screen none.
  private func titles() throws -> [Finding] {
    let pages = files.filter {
      $0.hasSuffix(".md") && !$0.hasSuffix(".lab.md") && !$0.hasPrefix("Assets/")
    }
    return try pages.compactMap { path in
      try titleFinding(Source(path: path, bytes: Tree.read(root + "/" + path)))
    }
  }

  /// What is expected lies in a file that some test of the same target names.
  private func goldens() -> [Finding] {
    let kept = files.filter { path in
      path.hasPrefix("Tests/") && !path.hasPrefix("Tests/Benchmarks/")
        && !path.hasPrefix("Tests/Clients/")
        && !path.hasSuffix(".swift") && !path.hasSuffix(".md")
    }
    return kept.compactMap { path in
      let parts = path.split(separator: "/")
      let stem = parts[parts.count - 1].prefix { $0 != "." }
      let folder = parts.count > 3 ? parts[parts.count - 2] : stem
      let isNamed = sources.contains { source in
        source.path.hasPrefix("Tests/\(parts[1])/")
          && (!positions(of: String(stem), in: source.bytes).isEmpty
            || !positions(of: "\"\(folder)", in: source.bytes).isEmpty)
      }
      guard !isNamed else { return nil }
      let message = "no test of \(parts[1]) names this file (use it, or remove it)"
      return Finding(path: path, line: 1, rule: .golden, message: message)
    }
  }

  /// Every lesson and asset travels in the binary.
  private func content() -> [Finding] {
    guard let table = sources.first(where: { $0.path == "Sources/CContent/CContent.c" }) else {
      return []
    }
    let carried = files.filter { $0.hasPrefix("Lessons/") || $0.hasPrefix("Assets/") }
    return carried.compactMap { path in
      let isEmbedded = !positions(of: "#embed \"../../\(path)\"", in: table.bytes).isEmpty
      let isListed = !positions(of: "FILE(\"\(path)\"", in: table.bytes).isEmpty
      guard !isEmbedded || !isListed else { return nil }
      let message = "the binary does not carry this file (use Sources/CContent/CContent.c)"
      return Finding(path: path, line: 1, rule: .content, message: message)
    }
  }

  /// The map has a line for every room, and the table of layers a row.
  private func map() throws -> [Finding] {
    let path = "Sources/README.md"
    guard files.contains(path) else { return [] }
    let map = try Tree.read(root + "/" + path)
    let rooms = Set(files.filter { $0.hasPrefix("Sources/") && $0 != path }.map(room)).sorted()
    let unmapped = rooms.filter { positions(of: "| `\($0)` |", in: map).isEmpty }
    let unknown = rooms.filter { Layers.table[$0] == nil }
    return unmapped.map { room in
      Finding(path: path, line: 1, rule: .map, message: "the map lacks \(room) (use a row for it)")
    }
      + unknown.map { room in
        let message = "\(room) has no row in the table of layers (use Tests/Tidy/Layers.swift)"
        return Finding(path: "Sources/\(room)", line: 1, rule: .map, message: message)
      }
  }

  private func room(_ path: String) -> String { String(path.split(separator: "/")[1]) }
}

/// What one file shows by itself.
func tidy(_ source: Source) -> [Finding] {
  Layers.findings(source) + BannedWords.findings(source) + Orders.findings(source)
    + Names.findings(source) + Shapes.findings(source)
}

/// A page that has no title at its top, or more than one.
func titleFinding(_ page: Source) -> Finding? {
  var inFence = false
  var titles: [Int] = []
  for number in 1...max(page.lineCount, 1) {
    let line = page.bytes[page.range(ofLine: number)]
    if line.starts(with: "```".utf8) { inFence.toggle() }
    if !inFence, line.starts(with: "# ".utf8) { titles.append(number) }
  }
  guard titles.count != 1 else { return nil }
  return Finding(
    path: page.path,
    line: titles.last ?? 1,
    rule: .title,
    message: "\(titles.count) titles (use one line that begins with #)"
  )
}
