/// The record sets of one name and type, among which is chosen, and what is known of their health.
struct Group {
  let sets: ArraySlice<ResourceRecordSet>
  /// How many aliases may still be followed from here.
  let depth: Int
  /// How many of them were looked at: from the first on, up to the first that is healthy.
  var seen = 0
  var isHealthy = false
  /// The number of the group behind that one, where it is an alias whose target was looked at.
  var behind: Int?

  init(_ sets: ArraySlice<ResourceRecordSet>, depth: Int) {
    self.sets = sets
    self.depth = depth
  }

  /// Whether a member is healthy, if that is known.
  func isHealthy(_ index: Int) -> Bool? {
    let place = index - sets.startIndex
    guard place < seen else { return nil }
    return isHealthy && place == seen - 1
  }

  /// The number of the group behind a member, if it is known.
  func behind(_ index: Int) -> Int? {
    isHealthy && index - sets.startIndex == seen - 1 ? behind : nil
  }
}
