import CafeWorld

/// What the CLI prints of a call that succeeded.
struct AwsOutput {
  let call: AwsCall
  let before: World
  let after: World
  let events: [Event]

  /// The topics of the region that is asked.
  var topics: [Topic] { call.isElsewhere ? [] : after.topics }

  /// What the first event says for which `find` finds something.
  func fact<Found>(_ find: (Fact) -> Found?) -> Found? {
    for event in events {
      if let found = find(event.fact) { return found }
    }
    return nil
  }
}
