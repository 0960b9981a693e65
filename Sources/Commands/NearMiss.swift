/// The candidate that a person most likely meant by `word`, or nil when none is near.
///
/// One edit is allowed in words of three or four letters, two up to eight, three beyond; an edit is
/// a letter too many, missing, replaced, or swapped with its neighbour. Case does not count. Where
/// two are equally near, the earlier candidate wins, so the order of `candidates` is a preference.
public func nearest(to word: String, in candidates: [String]) -> String? {
  let wanted = word.lowercased()
  guard !wanted.isEmpty, wanted.count <= longestWord else { return nil }
  var best: (candidate: String, edits: Int)?
  for candidate in candidates {
    let limit = min(allowedEdits(inLettersOf: wanted), (best?.edits ?? .max) - 1)
    guard let edits = editDistance(wanted, candidate.lowercased(), atMost: limit) else { continue }
    best = (candidate, edits)
  }
  return best?.candidate ?? onlyContinuation(of: wanted, in: candidates)
}

/// The number of edits that make one word of the other, or nil when it takes more than `limit`.
public func editDistance(_ first: String, _ second: String, atMost limit: Int) -> Int? {
  let a = Array(first)
  let b = Array(second)
  guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
  guard a.count <= longestWord, b.count <= longestWord else { return first == second ? 0 : nil }
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var edits = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        edits = min(edits, beforeLast[j - 1] + 1)
      }
      row.append(edits)
    }
    beforeLast = last
    last = row
  }
  return last[b.count] <= limit ? last[b.count] : nil
}

/// Longer words are nobody's slip of the finger, and comparing them would cost their product.
private let longestWord = 64

func allowedEdits(inLettersOf word: String) -> Int {
  switch word.count {
  case ...2: 0
  case ...4: 1
  case ...8: 2
  default: 3
  }
}

/// `heal` means `health-check` when nothing else begins so.
private func onlyContinuation(of start: String, in candidates: [String]) -> String? {
  guard start.count >= 2 else { return nil }
  let continuations = candidates.filter { $0.lowercased().hasPrefix(start) }
  return continuations.count == 1 ? continuations.first : nil
}
