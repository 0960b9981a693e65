import DNS

/// What was found out about the health of groups on the way to one answer.
///
/// Trees of aliases may refer to one group many times over; what was found is kept, so that the
/// work stays bounded by the groups and not by the ways to them.
struct Lookout {
  /// The first few, of which most answers need no more.
  private var few: [(place: Place, isHealthy: Bool)] = []
  private var many: [Place: Bool] = [:]
  /// The groups that the reasons have told of.
  private var mentioned: Set<Place> = []

  /// A group; its health can depend on how much deeper may be looked.
  struct Place: Hashable {
    let name: DomainName
    let type: RecordType
    let depth: Int
  }

  private static let fewMost = 8

  func recall(_ place: Place) -> Bool? {
    for index in few.indices
    where few[index].place.depth == place.depth && few[index].place == place {
      return few[index].isHealthy
    }
    return many.isEmpty ? nil : many[place]
  }

  mutating func keep(_ place: Place, _ isHealthy: Bool) {
    if few.count < Self.fewMost {
      if few.isEmpty { few.reserveCapacity(Self.fewMost) }
      few.append((place, isHealthy))
    } else {
      many[place] = isHealthy
    }
  }

  /// Whether this is the first time that the reasons tell of a group.
  mutating func mention(_ name: DomainName, _ type: RecordType) -> Bool {
    mentioned.insert(Place(name: name, type: type, depth: 0)).inserted
  }
}
