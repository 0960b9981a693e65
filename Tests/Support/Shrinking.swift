/// A shorter list that still fails, by leaving out ever smaller stretches of it.
public func shrunken<Element>(
  _ list: [Element],
  fails: ([Element]) -> Bool
) -> [Element] {
  var smallest = list
  var length = max(1, list.count / 2)
  while true {
    var start = 0
    while start < smallest.count {
      var shorter = smallest
      shorter.removeSubrange(start..<min(start + length, smallest.count))
      if fails(shorter) { smallest = shorter } else { start += length }
    }
    if length == 1 { return smallest }
    length = max(1, length / 2)
  }
}
