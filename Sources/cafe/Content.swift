import CContent

/// The lessons and assets that travel inside the binary.
enum Content {
  /// The files of the lessons and scenes, in the order of their names.
  static var lessons: [(name: String, bytes: [UInt8])] {
    files.compactMap { file in
      file.path(under: "Lessons/").map { (String($0), file.bytes) }
    }
  }

  /// The bytes of the asset with this path below `Assets`, such as `cafe-failover/intro.svg`.
  static func asset(named name: String) -> [UInt8]? {
    files.first { $0.path(under: "Assets/").map { $0 == name } ?? false }?.bytes
  }

  private static var files: some Sequence<EmbeddedFile> {
    (0..<cc_count()).lazy.map { index in EmbeddedFile(index: index) }
  }
}

/// One row of the table that the C target embeds; its bytes are copied only when asked for.
private struct EmbeddedFile {
  let index: Int

  var bytes: [UInt8] {
    let file = unsafe cc_file_at(index).pointee
    return unsafe [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.length))
  }

  func path(under folder: String) -> Substring? {
    let name = unsafe String(cString: cc_file_at(index).pointee.name)
    return name.hasPrefix(folder) ? name.dropFirst(folder.count) : nil
  }
}
