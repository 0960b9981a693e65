import Lab

/// Which of the options that learners were shown each option of a corrected question is.
///
/// Words decide. An option of other words is the one that stood in its place, reworded.
struct OptionMatch: Hashable, Sendable {
  /// For each option that was shown, in the order of its file: its place in the corrected file.
  let now: [Int]
  /// The places of those whose words have changed, the same in both files.
  let reworded: [Int]

  /// Why the options do not go with each other.
  enum Fault: Error, Hashable, Sendable {
    case otherCount
    /// The option at a place in the corrected file is none that was shown, and the one that was
    /// shown there stands elsewhere now.
    case stranger(Int)
  }

  /// Takes the options as they are now and as they were shown, each in the order of its file.
  init(_ options: [Template], shown: [Template]) throws(Fault) {
    guard options.count == shown.count else { throw .otherCount }
    let texts = shown.map(\.words)
    var left = Array(shown.indices)
    var now = Array(shown.indices)
    var strangers: [Int] = []
    for (place, option) in options.enumerated() {
      let words = option.words
      if let found = left.firstIndex(where: { texts[$0] == words }) {
        now[left.remove(at: found)] = place
      } else {
        strangers.append(place)
      }
    }
    if let stranger = strangers.first(where: { !left.contains($0) }) { throw .stranger(stranger) }
    self.now = now
    reworded = strangers
  }
}
