/// Keys and their moments, soonest first and of one moment the lowest key: a binary heap.
struct MomentQueue {
  struct Entry: Comparable {
    let at: Instant
    let key: Agenda.Key

    static func < (left: Entry, right: Entry) -> Bool {
      left.at == right.at ? left.key < right.key : left.at < right.at
    }
  }

  private var entries: [Entry] = []

  var first: Entry? { entries.first }

  mutating func insert(_ at: Instant, _ key: Agenda.Key) {
    entries.append(Entry(at: at, key: key))
    var child = entries.count - 1
    while child > 0, entries[child] < entries[(child - 1) / 2] {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    entries[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && entries[child] < entries[least] { least = child }
      guard least != parent else { return }
      entries.swapAt(least, parent)
      parent = least
    }
  }
}
