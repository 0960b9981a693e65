import CafeWorld
import Route53

/// A change of a hosted zone as GetChange tells of it.
struct AwsChange {
  let id: ChangeID
  let isInSync: Bool
  let submittedAt: Instant

  /// Looks a change up, or is nil when there is none.
  init?(_ id: ChangeID, in world: World) {
    guard let moment = world.submissionTime(of: id) else { return nil }
    self.id = id
    isInSync = !world.hostedZones.contains { zone in zone.pending.contains { $0.id == id } }
    submittedAt = moment
  }

  /// `M:ChangeInfo`.
  static func json(
    _ id: ChangeID,
    inSync: Bool,
    at moment: Instant,
    comment: String? = nil
  ) -> JSONValue {
    .record([
      "Id": .string("/change/\(id.text)"), "Status": inSync ? "INSYNC" : "PENDING",
      "SubmittedAt": .time(moment),
      "Comment": comment.map(JSONValue.string),
    ])
  }
}
