/// The changes of a zone that are PENDING, oldest first.
///
/// They lie in blocks, so that a copy with one change more shares all blocks but the last.
public struct PendingChanges: Sendable {
  private static let blockSize = 128

  /// All but the last are full.
  private var blocks: [[PendingChange]] = []
  /// How many at the beginning of the first block are no longer pending.
  private var gone = 0
  public private(set) var count = 0

  mutating func append(_ change: PendingChange) {
    if (gone + count) % Self.blockSize == 0 {
      blocks.append([change])
    } else {
      blocks[blocks.count - 1].append(change)
    }
    count += 1
  }

  mutating func removeFirst(_ number: Int) {
    precondition(number <= count, "more changes end than are pending")
    count -= number
    gone += number
    blocks.removeFirst(gone / Self.blockSize)
    gone %= Self.blockSize
    if count == 0 { self = PendingChanges() }
  }
}

extension PendingChanges: RandomAccessCollection {
  public var startIndex: Int { 0 }

  public var endIndex: Int { count }

  public subscript(index: Int) -> PendingChange {
    precondition(indices.contains(index), "no change is pending at \(index)")
    let place = gone + index
    return blocks[place / Self.blockSize][place % Self.blockSize]
  }
}

extension PendingChanges: Hashable {
  public static func == (left: PendingChanges, right: PendingChanges) -> Bool {
    left.elementsEqual(right)
  }

  public func hash(into hasher: inout Hasher) {
    for change in self { hasher.combine(change) }
  }
}

extension PendingChanges: Codable {
  public init(from decoder: any Decoder) throws {
    for change in try [PendingChange](from: decoder) { append(change) }
  }

  public func encode(to encoder: any Encoder) throws {
    try Array(self).encode(to: encoder)
  }
}
