import Foundation
import Progress
import Testing

@Suite(.timeLimit(.minutes(1)))
struct DamageTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// A store of forty rows whose log is folded into its one file.
  private func fill() throws -> [UInt8] {
    try Store.open(folder: folder.path).begin(origin).extend(by: 40)
    return try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.database)))
  }

  private func overwrite(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.database))
  }

  @Test(arguments: [1, 4_000])
  func `a file that is no database is kept aside, and a fresh one begun`(times: Int) throws {
    let text = String(repeating: "no database", count: times)
    try overwrite(Array(text.utf8))
    let store = try Store.open(folder: folder.path)
    let aside = try #require(store.movedAside)
    #expect(aside == folder.database + ".damaged-1")
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: aside))) == Array(text.utf8))
    try store.begin(origin).extend(by: 1)
  }

  @Test func `a second damaged file gets a name of its own`() throws {
    for number in 1...3 {
      try overwrite(Array("damage \(number)".utf8))
      #expect(
        try Store.open(folder: folder.path).movedAside == "\(folder.database).damaged-\(number)"
      )
    }
    #expect(try folder.files("cafe.sqlite.damaged").count == 3)
  }

  /// Whatever happens to the bytes, the store opens: with the rows, or with the file kept aside.
  @Test(arguments: 0..<24)
  func `bytes that were changed or cut off never make the store unusable`(seed: Int) throws {
    var random = Numbers(seed: UInt64(seed))
    var bytes = try fill()
    if seed.isMultiple(of: 3) {
      bytes.removeLast(1 + Int(random.next() % UInt64(bytes.count - 1)))
    } else {
      for _ in 0..<(1 << (seed / 3)) {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
    }
    try overwrite(bytes)
    let store = try Store.open(folder: folder.path)
    let journal = try store.begin(origin)
    try journal.extend(by: 3)
    #expect(try journal.rows() == chain(3))
    if let aside = store.movedAside {
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: aside))).count >= bytes.count)
    }
  }

  @Test func `a truncated database is noticed`() throws {
    let bytes = try fill()
    try overwrite(Array(bytes[..<(bytes.count / 2)]))
    #expect(try Store.open(folder: folder.path).movedAside != nil)
  }

  @Test func `a damaged file is not moved from under another session`() throws {
    let bytes = try fill()
    let other = try Store.open(folder: folder.path)
    try overwrite(Array(bytes[..<(bytes.count / 2)]))
    #expect(throws: StoreError.damaged(path: folder.database)) {
      try Store.open(folder: folder.path)
    }
    withExtendedLifetime(other) {}
    #expect(try folder.files("cafe.sqlite.damaged").isEmpty)
  }
}

/// A seeded sequence of numbers (SplitMix64).
private struct Numbers {
  var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
