import DNS

/// Every list of addresses that customers were told, each once.
///
/// A customer keeps the number of one, so that a crowd is copied as one piece of memory.
struct AddressLists: Hashable, Sendable, Codable {
  /// List behind list.
  private var addresses: [IPv4Address] = []
  /// Where each list ends.
  private var ends = [0]

  /// The number of the empty list.
  static let none = 0

  subscript(number: Int) -> ArraySlice<IPv4Address> {
    addresses[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// The number of a list, which is a new one for a new list.
  mutating func number(of list: [IPv4Address]) -> Int {
    if let known = ends.indices.first(where: { self[$0].elementsEqual(list) }) { return known }
    addresses += list
    ends.append(addresses.count)
    return ends.count - 1
  }
}
