import CafeWorld
import Route53

/// A change of a hosted zone as GetChange tells of it.
struct AwsChange {
  let id: ChangeID
  let isInSync: Bool
  /// Nil when the world has forgotten when that was.
  let submittedAt: Instant?

  /// Looks a change up, or is nil when there is none.
  ///
  /// A change that is in sync is known by its form alone.
  init?(_ id: ChangeID, in world: World) {
    let changes = world.hostedZones.flatMap(\.pending)
    if let pending = changes.first(where: { $0.id == id }) {
      isInSync = false
      submittedAt = Instant(milliseconds: pending.submittedAt)
    } else {
      let isWellFormed =
        id.text.hasPrefix("C") && (14...32).contains(id.text.utf8.count)
        && id.text.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
      guard isWellFormed else { return nil }
      isInSync = true
      submittedAt = nil
    }
    self.id = id
  }

  /// `M:ChangeInfo`.
  static func json(
    _ id: String,
    inSync: Bool,
    at moment: Instant?,
    comment: String? = nil
  ) -> JSONValue {
    .record([
      "Id": .string("/change/\(id)"), "Status": inSync ? "INSYNC" : "PENDING",
      "SubmittedAt": (moment?.awsText).map(JSONValue.string),
      "Comment": comment.map(JSONValue.string),
    ])
  }
}
