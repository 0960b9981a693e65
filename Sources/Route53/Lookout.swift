import DNS

/// What was found out about groups on the way to one answer.
///
/// Trees of aliases may refer to one group many times over; what was found is kept, so that the
/// work stays bounded by the groups and not by the ways to them, and each is looked up once.
struct Lookout {
  /// The groups whose health was looked at, by their numbers.
  private(set) var groups: [Group] = []
  /// Which aliases led to the first few; most answers need no more.
  private var few: [Lead] = []
  private var numbers: [Place: Int] = [:]
  /// The groups that the reasons have told of.
  private var mentioned: Set<Place> = []

  /// An alias, and how many may be followed from it: the health of its target can depend on that.
  private struct Lead: Equatable {
    let alias: ObjectIdentifier
    let depth: Int
  }

  private struct Place: Hashable {
    let name: DomainName
    let type: RecordType
    let depth: Int
  }

  private static let fewMost = 8

  /// The number of the group behind an alias.
  func recall(_ set: ResourceRecordSet, _ name: DomainName, depth: Int) -> Int? {
    let lead = Lead(alias: set.identity, depth: depth)
    for number in few.indices where few[number] == lead { return number }
    guard !numbers.isEmpty else { return nil }
    return numbers[Place(name: name, type: set.type, depth: depth)]
  }

  /// Takes in the group behind an alias, and gives it a number.
  mutating func keep(
    _ group: Group,
    behind set: ResourceRecordSet,
    _ name: DomainName,
    depth: Int
  ) -> Int {
    let number = groups.count
    if number == 0 {
      groups.reserveCapacity(Self.fewMost)
      few.reserveCapacity(Self.fewMost)
    }
    groups.append(group)
    if number < Self.fewMost {
      few.append(Lead(alias: set.identity, depth: depth))
    } else {
      numbers[Place(name: name, type: set.type, depth: depth)] = number
    }
    return number
  }

  /// Whether this is the first time that the reasons tell of a group.
  mutating func mention(_ name: DomainName, _ type: RecordType) -> Bool {
    mentioned.insert(Place(name: name, type: type, depth: 0)).inserted
  }
}
