import Foundation

/// A folder of a test's own, gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let name = "cafe-test-\(UUID().uuidString)"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind harms no other test.
    try? FileManager.default.removeItem(atPath: path)
  }

  var database: String { path + "/cafe.sqlite" }

  /// The names of the files in the folder that begin so.
  func files(_ prefix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix(prefix) }
      .sorted()
  }
}
