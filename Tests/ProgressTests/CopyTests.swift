import Foundation
import Progress
import Testing

/// A store whose folder takes no writes is read from a copy.
@Suite(.timeLimit(.minutes(1)))
struct CopyTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func files() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let plain = names.filter { $0.hasPrefix("cafe.sqlite") && !$0.hasSuffix("-shm") }
    return try Dictionary(
      uniqueKeysWithValues: plain.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + $0)))
      }
    )
  }

  @Test func `a copy holds what the log still holds, and takes rows that go nowhere`() throws {
    let store = try Store.open(folder: folder.path)
    let journal = try store.begin(origin)
    try journal.extend(by: 40)
    let before = try files()
    #expect(before.keys.contains("cafe.sqlite-wal"))
    let copy = try Store.copy(of: folder.path)
    let copied = try copy.journal(of: journal.attempt.id)
    #expect(try copied.rows() == journal.rows())
    try copied.extend(by: 1)
    #expect(try copied.rows().count == 41)
    #expect(try files() == before)
    #expect(try journal.rows().count == 40)
  }

  @Test func `there is nothing to copy in an empty folder`() {
    #expect(throws: StoreError.self) { try Store.copy(of: folder.path) }
  }
}
