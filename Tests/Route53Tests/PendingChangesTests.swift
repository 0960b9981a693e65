import Testing

@testable import Route53

struct `Pending changes` {
  private static func change(_ number: Int) -> PendingChange {
    PendingChange(
      id: ChangeID("C\(number)"),
      submittedAt: Int64(number),
      inSyncAt: Int64(number) + 60_000,
      names: [],
      after: RecordSets()
    )
  }

  /// Compared with an array, over more than one block.
  @Test(arguments: [(300, 1), (300, 127), (300, 128), (300, 129), (300, 299), (300, 300), (1, 1)])
  func `are a queue`(added: Int, removed: Int) {
    var changes = PendingChanges()
    var plain: [PendingChange] = []
    for number in 0..<added {
      changes.append(Self.change(number))
      plain.append(Self.change(number))
    }
    changes.removeFirst(removed)
    plain.removeFirst(removed)
    #expect(Array(changes) == plain)
    for number in added..<(added + 200) {
      changes.append(Self.change(number))
      plain.append(Self.change(number))
    }
    #expect(Array(changes) == plain)
    #expect(changes.first == plain.first)
    #expect(changes.last == plain.last)
    #expect(changes.firstIndex { $0.id.text == "C\(added)" } == added - removed)
  }

  @Test func `are the same however they came about`() {
    var (one, other) = (PendingChanges(), PendingChanges())
    for number in 0..<10 { one.append(Self.change(number)) }
    one.removeFirst(4)
    for number in 4..<10 { other.append(Self.change(number)) }
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    other.removeFirst(1)
    #expect(one != other)
  }
}
