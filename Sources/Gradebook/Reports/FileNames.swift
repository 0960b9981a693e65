import Crypto
import Lab

/// Names of files for ids: safe on every system, and no two alike however case is seen.
struct FileNames: Sendable {
  private let names: [String]

  init(_ ids: [String]) {
    var taken: Set<String> = []
    names = ids.map { id in
      var name = Self.plain(id)
      // What the id says that the name cannot is in a few digits of its hash.
      if name != id || taken.contains(name.lowercased()) { name += "-" + Self.hash(id) }
      var free = name
      var number = 2
      while !taken.insert(free.lowercased()).inserted {
        free = "\(name)-\(number)"
        number += 1
      }
      return free
    }
  }

  subscript(place: Int) -> String { names[place] }

  /// Letters, digits, hyphens and underscores of ASCII, 64 at most, and no name that a system
  /// keeps for itself.
  private static func plain(_ id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars.prefix(64) {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      if isPlain || scalar == "_" || scalar == "-" {
        name.unicodeScalars.append(scalar)
      } else if name.last != "_" {
        name += "_"
      }
    }
    let isKept = reserved.contains(String(name.lowercased().prefix(3)))
    return name.isEmpty || name.hasPrefix("-") || isKept ? "learner_" + name : name
  }

  private static let reserved = ["con", "prn", "aux", "nul", "com", "lpt"]

  private static func hash(_ id: String) -> String {
    hexadecimal(SHA256.hash(data: Array(id.utf8)).prefix(4))
  }
}
