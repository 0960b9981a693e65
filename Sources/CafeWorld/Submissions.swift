import HashTreeCollections
import Route53

/// Which event submitted each change and when; GetChange tells it for good.
///
/// A copy with one change more shares all others: a served café takes thousands a second.
struct Submissions: Hashable, Sendable {
  private var known: TreeDictionary<ChangeID, Submission> = [:]

  subscript(id: ChangeID) -> Submission? { known[id] }

  mutating func note(_ id: ChangeID, _ submission: Submission) { known[id] = submission }
}

/// One change as it was submitted.
struct Submission: Hashable, Sendable, Codable {
  /// The number of the event.
  let event: Int
  let at: Instant
}

// In the order of the events, which is the same in each process.
extension Submissions: Codable {
  private struct Entry: Codable {
    let id: ChangeID
    let submission: Submission
  }

  init(from decoder: any Decoder) throws {
    for entry in try [Entry](from: decoder) { known[entry.id] = entry.submission }
  }

  func encode(to encoder: any Encoder) throws {
    let entries = known.map { Entry(id: $0.key, submission: $0.value) }
    try entries.sorted { ($0.submission.event, $0.id) < ($1.submission.event, $1.id) }
      .encode(to: encoder)
  }
}
