import Route53
import Terminal

/// A refusal by Route 53: Amazon's own words, and for the common ones ours.
struct AmazonRefusal {
  let error: ServiceError

  init(_ error: ServiceError) {
    self.error = error
  }

  var text: Styled {
    var text: Styled = "\(Styled("Amazon refused this", .bad)): \(Styled(error.code, .strong)) "
    text += "(HTTP \(error.status)). In its own words:"
    text += Styled("\n  \(error.message)", .quiet)
    var said: [String] = []
    for message in error.messages {
      guard let known = Self.advice(code: error.code, message: message), !said.contains(known.why)
      else { continue }
      said.append(known.why)
      text += "\nWhy: \(known.why)\nTry: \(known.next)"
    }
    if error.messages.count > 1 || error.code == "InvalidChangeBatch" {
      text += Styled("\nNothing was changed: a batch is carried out whole or not at all.", .quiet)
    }
    return text
  }

  private static func advice(code: String, message: String) -> (why: String, next: String)? {
    let known =
      relations.first { message.contains($0.mark) } ?? values.first { message.contains($0.mark) }
      ?? healthChecks.first { message.contains($0.mark) } ?? codes.first { $0.mark == code }
    return known.map { ($0.why, $0.next) }
  }

  typealias Advice = (mark: String, why: String, next: String)

  /// Refusals of record sets for what stands beside them.
  private static let relations: [Advice] = [
    (
      "must have an associated health check",
      "Without a health check a primary could never be found unhealthy, and never hand over.",
      "give it one: `--health-check NAME`. `list health-checks` shows yours."
    ),
    (
      "a non-failover RRSet with the same name and type already exists",
      "A name and type has either one simple record or a failover pair, never both. The simple one "
        + "is still there.",
      "replace it in one change batch: `batch`, `delete record …`, `create record …`, `commit`."
    ),
    (
      "cannot be created as other RRSets exist with the same name and type",
      "Failover records of this name and type exist. A simple record cannot stand beside them.",
      "change one of those with `update record`, or delete them in the same change batch."
    ),
    (
      "because a primary RRSet with the same name and type already exists",
      "A failover pair has exactly one primary.",
      "`update record` changes the one that is there; or make this one the secondary."
    ),
    (
      "because a secondary RRSet with the same name and type already exists",
      "A failover pair has exactly one secondary.", "`update record` changes the one that is there."
    ),
    (
      "it already exists", "A record with this name, type and set identifier exists.",
      "`update record` changes it; another `--set-identifier` makes a second one of a pair."
    ),
    (
      "it was not found", "There is no record with exactly this name, type and set identifier.",
      "`list records` shows how they are called."
    ),
    (
      "do not match the current values",
      "A deletion must repeat the record exactly as it is, TTL and values included, so that nobody "
        + "deletes what somebody else has just changed.",
      "`list records` shows what it is now; `delete record NAME TYPE` repeats it for you."
    ),
    (
      "invalid set of changes", "The batch says two things about one record.",
      "keep one change for each record; `discard` starts over."
    ),
    (
      "is not permitted at apex",
      "A CNAME stands for all of a name, and the zone's own name already has NS and SOA records.",
      "use an A record there."
    ),
    (
      "conflict", "A CNAME must be the only record of its name.",
      "delete the other in the same batch, or choose another name."
    ),
    (
      "is not permitted in zone", "The name lies outside this hosted zone.",
      "a name that ends in the zone's; `list zones` shows them, `--zone` picks one."
    ),
    (
      "as this type of RRSet is not supported",
      "NS and SOA records cannot be part of a failover pair.",
      "a simple record, without `--failover`."
    ),
  ]

  /// Refusals of a value.
  private static let values: [Advice] = [
    (
      "is forbidden",
      "The checkers come over the internet, and private or reserved addresses are not on it.",
      "the public address: give the instance's name, such as `--ip-address CafeInstance1`."
    ),
    (
      "enumeration '[10, 30]'", "Route 53 knows two intervals only.",
      "`--request-interval 10` or `--request-interval 30`."
    ),
    (
      "failureThreshold", "The failure threshold counts results in a row, from 1 to 10.",
      "`--failure-threshold 2`."
    ),
    ("healthCheckConfig.port", "A port is a number from 1 to 65535.", "`--port 80`."),
    (
      "TCP health checks must not have a resource path",
      "A TCP check only opens a connection. It fetches no page, so it has no path.",
      "leave `--resource-path` out, or take `--type HTTP`."
    ),
    (
      "TCP health checks must have a port", "A TCP check must know where to knock.",
      "add `--port 80`."
    ),
    (
      "can not be both empty", "A health check needs something to look at.",
      "`--ip-address CafeInstance1`."
    ),
    (
      "tTL", "A TTL is a whole number of seconds from 0 to 2147483647.", "`--ttl 15`."
    ),
    (
      "Missing field 'SetIdentifier'",
      "A failover pair has one name and type; the set identifier tells them apart.",
      "`--set-identifier FailoverPrimary` for a primary, `FailoverSecondary` for a secondary."
    ),
    (
      "IllegalIPv4Address", "An A record holds an IPv4 address: four numbers from 0 to 255.",
      "an address, or an instance's name."
    ),
    (
      "UnsupportedCharacter", "Names are made of letters, digits, hyphens, underscores and dots.",
      "another name."
    ),
    ("Duplicate Resource Record", "The same value stands there twice.", "name each value once."),
    (
      "Expected exactly one of [AliasTarget", "A record needs a TTL and at least one value.",
      "`create record www A CafeInstance1 --ttl 15`."
    ),
  ]

  /// Refusals that their code explains.
  private static let codes: [Advice] = [
    (
      "NoSuchHealthCheck", "The health check that is named here does not exist, or no longer.",
      "`list health-checks` shows those that do."
    ),
    ("NoSuchHostedZone", "There is no such hosted zone.", "`list zones` shows them."),
    (
      "HostedZoneNotEmpty",
      "A zone can be deleted only when nothing but its own NS and SOA is left.",
      "delete its records first; `list records` shows them."
    ),
    (
      "HealthCheckAlreadyExists",
      "A caller reference makes a request safe to repeat: it stands for one check for ever.",
      "another caller reference."
    ),
    (
      "TooManyHealthChecks", "An account has 200 health checks at most.",
      "delete one that is not needed."
    ),
    (
      "InvalidDomainName", "This cannot be the name of a hosted zone.",
      "a name with at least two parts, such as cafe.example."
    ),
    ("LimitsExceeded", "The zone is full.", "delete records that are not needed."),
  ]
}
