import DNS

/// Names in Route 53's order, in runs of bounded length: a change moves few names, and a changed
/// copy shares the other runs with the original.
struct NameList: Sendable {
  /// None is empty.
  private var runs: [[DomainName]] = []

  /// The most names of a run.
  private static let runMax = 128

  /// All names, in order.
  var all: [DomainName] { runs.flatMap(\.self) }

  /// The first names that do not come before `name`, `limit` at most.
  func names(from name: DomainName, limit: Int) -> [DomainName] {
    guard !runs.isEmpty, limit > 0 else { return [] }
    var run = self.run(of: name)
    var found = Array(runs[run][Self.place(of: name, in: runs[run])...].prefix(limit))
    while run + 1 < runs.count, found.count < limit {
      run += 1
      found += runs[run].prefix(limit - found.count)
    }
    return found
  }

  /// Adds a name that is not there.
  mutating func insert(_ name: DomainName) {
    guard !runs.isEmpty else {
      runs = [[name]]
      return
    }
    let run = self.run(of: name)
    runs[run].insert(name, at: Self.place(of: name, in: runs[run]))
    if runs[run].count > Self.runMax { split(run) }
  }

  /// Takes a name away that is there.
  mutating func remove(_ name: DomainName) {
    guard !runs.isEmpty else { return }
    let run = self.run(of: name)
    let place = Self.place(of: name, in: runs[run])
    guard place < runs[run].count, runs[run][place] == name else { return }
    runs[run].remove(at: place)
    if runs[run].isEmpty { runs.remove(at: run) }
  }

  private mutating func split(_ run: Int) {
    let middle = runs[run].count / 2
    runs.insert(Array(runs[run][middle...]), at: run + 1)
    runs[run].removeSubrange(middle...)
  }

  /// The last run that does not begin behind `name`, or the first.
  private func run(of name: DomainName) -> Int {
    var range = 1..<max(1, runs.count)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        name < runs[middle][0] ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return range.lowerBound - 1
  }

  /// Where a name stands in a run, or would.
  private static func place(of name: DomainName, in run: [DomainName]) -> Int {
    var range = 0..<run.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = run[middle] < name ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
