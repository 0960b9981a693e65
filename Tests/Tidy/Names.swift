/// The names of files, types and folders.
enum Names {
  private static let keywords = [
    "struct", "enum", "class", "actor", "protocol", "typealias", "extension",
  ]
  private static let endings = [
    "Manager", "Helper", "Utils", "Utility", "Service", "Impl", "Base", "Info", "Data",
  ]
  private static let folders: Set<Substring> = [
    "Utilities", "Helpers", "Common", "Misc", "Extensions",
  ]

  static func findings(_ source: Source) -> [Finding] {
    guard source.path.hasSuffix(".swift"), source.half == "Sources" || source.half == "Tests"
    else { return [] }
    let types = declared(source)
    return typeNames(source, types) + fileName(source, types) + folderNames(source)
  }

  private struct Declaration {
    let name: String
    let line: Int
    let isExtension: Bool
    var lastPart: Substring { name.split(separator: ".").last ?? "" }
  }

  private static func declared(_ source: Source) -> [Declaration] {
    keywords.flatMap { keyword in
      source.occurrences(of: keyword + " ").map { offset in
        Declaration(
          name: source.name(at: offset + keyword.utf8.count),
          line: source.line(at: offset),
          isExtension: keyword == "extension"
        )
      }
    }
  }

  private static func typeNames(_ source: Source, _ types: [Declaration]) -> [Finding] {
    types.filter { !$0.isExtension }.compactMap { type in
      guard let ending = endings.first(where: { type.name.hasSuffix($0) }) else { return nil }
      return Finding(
        path: source.path,
        line: type.line,
        rule: .typeName,
        message: "\(type.name) ends in \(ending) (use a noun of the café or of DNS)"
      )
    }
  }

  /// A test's file may gather what it likes; a source file bears the name of its main type.
  private static func fileName(_ source: Source, _ types: [Declaration]) -> [Finding] {
    guard source.half == "Sources" else { return [] }
    let stem = source.fileName.dropLast(".swift".count)
    let main = stem.prefix { $0 != "+" }
    let isTopic = main != stem
    let fits = types.contains { type in
      type.isExtension
        ? type.name.split(separator: ".").contains(main) : type.lastPart == main && !isTopic
    }
    if fits { return [] }
    // A file of functions alone has no main type to be named after.
    if types.isEmpty, !isTopic { return [] }
    let found = types.first?.name ?? "no type"
    return [
      Finding(
        path: source.path,
        line: 1,
        rule: .fileName,
        message: isTopic
          ? "no extension of \(main) is in this file (use the name of what is: \(found))"
          : "no type \(main) is in this file (use the name of its main type: \(found))"
      )
    ]
  }

  private static func folderNames(_ source: Source) -> [Finding] {
    source.path.split(separator: "/").filter { folders.contains($0) }.map { folder in
      Finding(
        path: source.path,
        line: 1,
        rule: .folderName,
        message: "\(folder) says nothing (use the part of the domain)"
      )
    }
  }
}
