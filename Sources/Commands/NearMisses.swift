/// The candidates, at most three, that a person may have meant by `word`, the nearest first.
///
/// Those with the fewest edits, within what `nearest(to:in:)` allows, then those of which `word` is
/// a beginning.
public func nearMisses(of word: String, in candidates: [String]) -> [String] {
  let wanted = word.lowercased()
  guard !wanted.isEmpty, wanted.utf8.count <= 64 else { return [] }
  var limit = allowedEdits(inLettersOf: wanted)
  var nearest: [String] = []
  var continuations: [String] = []
  for candidate in candidates where !(nearest + continuations).contains(candidate) {
    let plain = candidate.lowercased()
    if let edits = editDistance(wanted, plain, atMost: limit) {
      nearest = edits < limit ? [candidate] : nearest + [candidate]
      limit = edits
    } else if plain.hasPrefix(wanted) {
      continuations.append(candidate)
    }
  }
  return Array((nearest + continuations).prefix(3))
}
