/// The lessons in the order in which they are best taken, each after those that it rests on.
public struct Course: Hashable, Sendable {
  public let places: [Place]

  /// A lesson and how many others it rests on, one below the other.
  public struct Place: Hashable, Sendable {
    public let front: FrontMatter
    public let depth: Int

    public var id: String { front.lesson }
  }

  /// Puts lessons in order; those that nothing orders stay as they come.
  ///
  /// What `after` names and nobody has is left out. Lessons that wait for each other come last.
  public init(_ fronts: [FrontMatter]) {
    let known = Set(fronts.map(\.lesson))
    var left = fronts
    var placed: [Place] = []
    while let next = Self.next(of: left, after: placed, known) {
      left.remove(at: next.index)
      placed.append(next.place)
    }
    places = placed + left.map { Place(front: $0, depth: 0) }
  }

  /// A lesson that can come now: of several the one that goes on from where the last one was.
  private static func next(
    of fronts: [FrontMatter],
    after placed: [Place],
    _ known: Set<String>
  ) -> (index: Int, place: Place)? {
    var best: (index: Int, latest: Int, depth: Int)?
    for (index, front) in fronts.enumerated() {
      let needs = front.after.filter { known.contains($0) && $0 != front.lesson }
      let found = needs.compactMap { need in placed.firstIndex { $0.id == need } }
      guard found.count == needs.count else { continue }
      let latest = found.max() ?? -1
      if best.map({ latest > $0.latest }) ?? true {
        best = (index, latest, (found.map { placed[$0].depth }.max() ?? -1) + 1)
      }
    }
    return best.map { ($0.index, Place(front: fronts[$0.index], depth: $0.depth)) }
  }

  /// The lesson to take next; nil: all are done.
  ///
  /// The first that is not done and rests on nothing that is not.
  public func next(done: Set<String>) -> FrontMatter? {
    let open = places.filter { !done.contains($0.id) }.map(\.front)
    let waiting = Set(open.map(\.lesson))
    return open.first { $0.after.allSatisfy { !waiting.contains($0) } } ?? open.first
  }
}
