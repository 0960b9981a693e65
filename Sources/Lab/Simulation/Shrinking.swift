/// A shorter list that still fails, by leaving out ever smaller stretches of it.
///
/// What is left would not fail without any one of its elements (Zeller and Hildebrandt 2002).
public func shrunken<Element>(
  _ list: [Element],
  fails: ([Element]) -> Bool
) -> [Element] {
  var smallest = list
  var length = max(1, list.count / 2)
  while true {
    var start = 0
    var isShorter = false
    while start < smallest.count {
      var shorter = smallest
      shorter.removeSubrange(start..<min(start + length, smallest.count))
      if fails(shorter) {
        smallest = shorter
        isShorter = true
      } else {
        start += length
      }
    }
    // What could not go before may go once something behind it has.
    if length == 1, !isShorter { return smallest }
    length = max(1, length / 2)
  }
}
