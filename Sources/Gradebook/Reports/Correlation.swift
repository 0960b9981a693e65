/// Pearson's correlation of two rows of whole numbers, in hundredths, rounded half away from zero;
/// nil: one of them does not vary.
///
/// All sums are exact, so neither the order of the pairs nor the machine shows in it. Values up to
/// 10,000 and a hundred thousand pairs fit.
func correlation(_ left: [Int], _ right: [Int]) -> Int? {
  let count = Int128(min(left.count, right.count))
  func sum(_ values: some Sequence<Int>) -> Int128 { values.reduce(0) { $0 + Int128($1) } }
  let (x, y) = (sum(left), sum(right))
  let spreadX = count * sum(left.lazy.map { $0 * $0 }) - x * x
  let spreadY = count * sum(right.lazy.map { $0 * $0 }) - y * y
  guard spreadX > 0, spreadY > 0 else { return nil }
  let together = count * sum(zip(left, right).lazy.map { $0 * $1 }) - x * y
  let scale = wholeRoot(spreadX.magnitude * spreadY.magnitude)
  guard scale > 0 else { return nil }
  let hundredths = (together.magnitude * 100 + scale / 2) / scale
  return (together < 0 ? -1 : 1) * Int(min(hundredths, 100))
}

/// The largest whole number whose square is not above another.
private func wholeRoot(_ square: UInt128) -> UInt128 {
  guard square > 1 else { return square }
  var root: UInt128 = 1 << UInt128((128 - square.leadingZeroBitCount + 1) / 2)
  while true {
    let next = (root + square / root) / 2
    if next >= root { return root }
    root = next
  }
}

/// The middle of some numbers; of an even number of them half the sum of the two in the middle,
/// without what is less than a whole.
func median<Number: BinaryInteger>(_ numbers: [Number]) -> Number? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
