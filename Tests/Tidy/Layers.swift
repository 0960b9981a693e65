/// Which target may import which: the table of the house, as `Package.swift` has it.
enum Layers {
  /// Values in, values out: no files, clocks, terminal, locale, system randomness.
  static let core: Set<String> = [
    "DNS", "Route53", "CafeWorld", "Commands", "Route53API", "Lab", "Gradebook", "Terminal",
    "Tutor",
  ]

  /// What a target names; it may also import what those name.
  static let table: [String: [String]] = [
    "DNS": [],
    "Route53": ["DNS", "HashTreeCollections", "OrderedCollections"],
    "CafeWorld": ["Route53", "HashTreeCollections", "OrderedCollections"],
    "Commands": ["ArgumentParser", "CafeWorld", "FoundationEssentials", "Synchronization"],
    "Route53API": ["Commands", "Crypto"],
    "Lab": ["CCmark", "Yams", "Crypto", "OrderedCollections", "Commands", "FoundationEssentials"],
    "Gradebook": [
      "Lab", "Crypto", "FoundationEssentials", "Mustache", "OrderedCollections", "Synchronization",
    ],
    "Terminal": ["CCmark", "FoundationEssentials"],
    "Tutor": ["Gradebook", "Terminal"],
    "CCmark": [],
    "CLibedit": [],
    "CContent": [],
    "CDatagrams": [],
    "CNoLocales": [],
    "LineEditor": ["CLibedit", "Glibc", "Synchronization"],
    "Progress": ["GRDB", "Lab", "Foundation", "Glibc", "Synchronization"],
    "Servers": [
      "Route53API", "CDatagrams", "HTTPTypes", "HummingbirdCore", "Logging", "Mustache", "NIOCore",
      "NIOHTTP1",
      "NIOHTTP1", "NIOHTTPTypes", "NIOPosix", "ServiceLifecycle", "Glibc", "Synchronization",
    ],
    "cafe": ["Tutor", "LineEditor", "Progress", "Servers", "CContent", "Dispatch", "Glibc"],
  ]

  /// Everything that a target may import.
  static func allowed(_ room: String) -> Set<String> {
    var allowed: Set<String> = []
    var open = table[room] ?? []
    while let module = open.popLast() {
      if allowed.insert(module).inserted { open += table[module] ?? [] }
    }
    return allowed
  }

  static func findings(_ source: Source) -> [Finding] {
    source.occurrences(of: "import").compactMap { offset in
      let line = source.line(at: offset)
      let text = source.codeLine(line)
      guard let name = text.split(separator: " ").last, text.contains("import ") else { return nil }
      let module = String(name.split(separator: ".")[0])
      if module == "XCTest" {
        return Finding(
          path: source.path,
          line: line,
          rule: .layer,
          message: "XCTest is imported (use Testing)"
        )
      }
      guard source.half == "Sources", !allowed(source.room).contains(module) else { return nil }
      return Finding(
        path: source.path,
        line: line,
        rule: .layer,
        message: "\(source.room) may not import \(module) (use \(advice(source.room)))"
      )
    }
  }

  private static func advice(_ room: String) -> String {
    let allowed = allowed(room).sorted().joined(separator: ", ")
    return allowed.isEmpty ? "the standard library alone" : allowed
  }
}
