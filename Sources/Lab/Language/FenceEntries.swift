/// The entries of one fence by key, for those kinds that have nothing but keys.
struct FenceEntries {
  let fence: Outline.Fence
  private(set) var lines: [(line: SourceLine, rest: [SourceLine])] = []
  private var entries: [FenceItem.Entry] = []

  /// `repeated`: keys that may stand more than once.
  init(
    _ fence: Outline.Fence,
    _ keys: FenceKeys,
    repeated: [String] = [],
    _ log: inout DiagnosticLog
  ) {
    self.fence = fence
    for item in fence.items(keys, &log) {
      switch item {
      case .line(let line, let rest): lines.append((line, rest))
      case .entry(let entry):
        if entries.contains(where: { $0.key == entry.key }), !repeated.contains(entry.key),
          !entry.key.isEmpty
        {
          log.add(.repeatedKey(entry.key), at: entry.line.position)
        } else {
          entries.append(entry)
        }
      }
    }
  }

  func all(_ key: String) -> [FenceItem.Entry] { entries.filter { $0.key == key } }
  func all(_ keys: [String]) -> [FenceItem.Entry] { entries.filter { keys.contains($0.key) } }
  func first(_ key: String) -> FenceItem.Entry? { entries.first { $0.key == key } }

  /// The value of a key that must be there and must not be empty.
  func required(_ key: String, _ log: inout DiagnosticLog) -> [SourceLine]? {
    guard let entry = first(key) else {
      log.add(.missingKey(key, in: fence.kind), at: fence.opening.position)
      return nil
    }
    guard !entry.isEmpty else {
      log.add(.emptyValue(key), at: entry.line.position)
      return nil
    }
    return entry.value
  }

  func optional(_ key: String, _ log: inout DiagnosticLog) -> [SourceLine]? {
    first(key) == nil ? nil : required(key, &log)
  }

  /// Lines that are no entry have no place in this kind of fence.
  func refuseLines(_ log: inout DiagnosticLog) {
    for (line, _) in lines { log.add(.strayLine(fence.kind), at: line.position) }
  }
}
