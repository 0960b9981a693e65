import Glibc

/// A folder of figures beside lessons that are read with `--lessons`.
struct AssetFolder: Sendable {
  let path: String

  /// Where the figures of a folder's lessons are looked for, in this order.
  static func beside(_ lessons: String) -> [AssetFolder] {
    [AssetFolder(path: lessons + "/Assets"), AssetFolder(path: lessons + "/../Assets")]
  }

  /// The text of a file in the folder, such as `gray-failure/how_far.txt`.
  ///
  /// Nil where there is none, and where it lies outside, by its path or by a link, or has more than
  /// a mebibyte, or is no UTF-8: then the figure's words stand in its place.
  func text(_ name: String) -> String? {
    guard let root = Self.resolved(path), let file = Self.resolved(path + "/" + name),
      file.hasPrefix(root + "/"), case .success(let text) = Files.text(file)
    else { return nil }
    return text
  }

  /// A path without links and detours; nil: nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }
}
