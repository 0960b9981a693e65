extension AmazonRefusal {
  /// Refusals of aliases.
  static let aliases: [Advice] = [
    Advice(
      "cannot be a primary without EvaluateTargetHealth",
      why: "An alias that cannot turn unhealthy would never hand over to the secondary.",
      next: "`--evaluate-target-health`, or a health check of its own: `--health-check NAME`."
    ),
    Advice(
      "Multivalue answer rrset should not be an alias",
      why: "Multivalue answers are put together out of values, and an alias has none of its own.",
      next: "give it values; or use `--weight` for aliases."
    ),
    Advice(
      "alias target name does not lie within the target zone",
      why: "The hosted zone that is named for the target does not hold such names.",
      next: "leave `--alias-zone` out: a record of this zone and AWS's own names need none."
    ),
    Advice(
      "aliases of that type are forbidden",
      why: "NS and SOA records say who answers for a zone, and cannot be aliases.",
      next: "values: the names of the name servers."
    ),
    Advice(
      "EvaluateTargetHealth must be false",
      why: "A CloudFront distribution is everywhere, and Route 53 does not look at its health.",
      next: "leave `--evaluate-target-health` out; a health check of its own is allowed."
    ),
    Advice(
      "not supported with private hosted zone",
      why: "Whoever asks a private zone is inside its VPC, not somewhere in the world.",
      next: "another policy, such as `--weight`; or a public zone."
    ),
    Advice(
      "that target was not found",
      why: "An alias answers with a record of its own type that is there already.",
      next: "create the target first, of the same type; `list records` shows what there is."
    ),
  ]

  /// Refusals of record sets for their namesakes.
  static let groups: [Advice] = [
    Advice(
      "must have an associated health check",
      why: "Without a health check a primary could never be found unhealthy, and never hand over.",
      next: "give it one: `--health-check NAME`. `list health-checks` shows yours."
    ),
    Advice(
      "a non-failover RRSet with the same name and type already exists",
      why: "A name and type has either one simple record or a failover pair, never both, and no "
        + "other policy beside it. Another record is still there.",
      next: "replace it in one change batch: `batch`, `delete record …`, `create record …`, "
        + "`commit`."
    ),
    onePolicy("a non-weighted set exists", "weighted"),
    onePolicy("a non-latency RRSet", "latency"),
    onePolicy("a non-GEO", "geolocation"),
    onePolicy("a non multivalue answer rrset", "multivalue"),
    onePolicy("a non-GeoProximity", "geoproximity"),
    onePolicy("a non-CIDR", "IP-based"),
    Advice(
      "cannot be created as other RRSets exist with the same name and type",
      why: "Record sets with a routing policy stand at this name and type. A simple record cannot "
        + "stand beside them.",
      next: "give it the same policy; or delete those in the same change batch."
    ),
    Advice(
      "because a primary RRSet with the same name and type already exists",
      why: "A failover pair has exactly one primary.",
      next: "`update record` changes the one that is there; or make this one the secondary."
    ),
    Advice(
      "because a secondary RRSet with the same name and type already exists",
      why: "A failover pair has exactly one secondary.",
      next: "`update record` changes the one that is there."
    ),
    Advice(
      "because a latency RRSet with the same name, type and region already exists",
      why: "A region has one latency record for a name and type.",
      next: "another `--region`; or `update record` for the one that is there."
    ),
    Advice(
      "because a GEO RRSet with the same name, type and routing",
      why: "A location has one geolocation record for a name and type.",
      next: "another location; or `update record` for the one that is there."
    ),
    Advice(
      "because a GeoProximity RRSet with the same name, type and location",
      why: "A place has one geoproximity record for a name and type.",
      next: "another `--near`; or `update record` for the one that is there."
    ),
    Advice(
      "because a CIDR RRSet with the same name, type and location",
      why: "A CIDR location has one record for a name and type.",
      next: "another `--cidr`; or `update record` for the one that is there."
    ),
    Advice(
      "with a different collection id",
      why: "IP-based records of one name and type choose by one CIDR collection.",
      next: "a location of the collection that the others use; `list records` shows it."
    ),
    Advice(
      "sets must contain exactly one ResourceRecord",
      why: "A weighted or latency record leads to one place, so it has one value.",
      next: "a record for each value; or `--multivalue` for all of them."
    ),
    Advice(
      "Exceeded limit on number of",
      why: "A name and type can have 100 record sets of a policy, and 30 of geoproximity.",
      next: "fewer, by a tree: `--alias` to a name that has a group of its own."
    ),
    Advice(
      "as weighted sets must contain the same TTL",
      why: "Weighted records of one name and type share one TTL: however long an answer is kept, "
        + "it must not depend on which of them was drawn.",
      next: "the same `--ttl` for all of them; to change it, put them into one change batch."
    ),
    Advice(
      "this type of RRSet is not supported",
      why: "NS, SOA and DS records have no routing policy, and CNAME no multivalue answer.",
      next: "a simple record, without the policy's option."
    ),
  ]

  private static func onePolicy(_ mark: String, _ policy: String) -> Advice {
    Advice(
      mark,
      why: "All record sets of one name and type share one routing policy, and those that are "
        + "there are not \(policy).",
      next: "give it their policy; or turn all of them \(policy) in one change batch."
    )
  }

  /// Refusals of record sets for what else stands in the zone.
  static let records: [Advice] = [
    Advice(
      "it already exists",
      why: "A record with this name, type and set identifier exists.",
      next: "`update record` changes it; another `--set-identifier` makes a second one of a pair."
    ),
    Advice(
      "it was not found",
      why: "There is no record with exactly this name, type and set identifier.",
      next: "`list records` shows how they are called."
    ),
    Advice(
      "do not match the current values",
      why: "A deletion must repeat the record exactly as it is, TTL and values included, so that "
        + "nobody deletes what somebody else has just changed.",
      next: "`list records` shows what it is now; `delete record NAME TYPE` repeats it for you."
    ),
    Advice(
      "invalid set of changes",
      why: "The batch says two things about one record.",
      next: "keep one change for each record; `discard` starts over."
    ),
    Advice(
      "is not permitted at apex",
      why: "A CNAME stands for all of a name, and the zone's own name already has NS and SOA "
        + "records.",
      next: "an alias there: `create record @ A --alias NAME`."
    ),
    Advice(
      "conflict",
      why: "A CNAME must be the only record of its name.",
      next: "delete the other in the same batch, or choose another name."
    ),
    Advice(
      "Changing wildcard NS record sets",
      why: "A delegation is for one name: NS records have no wildcard.",
      next: "a name without `*`."
    ),
    Advice(
      "must have alternate ResourceRecordSet responses",
      why: "A health check decides among several record sets, and a simple one stands alone.",
      next: "a policy such as `--failover primary`; or leave `--health-check` out."
    ),
    Advice(
      "is not permitted in zone",
      why: "The name lies outside this hosted zone.",
      next: "a name that ends in the zone's; `list zones` shows them, `--zone` picks one."
    ),
    Advice(
      "is only permitted at apex",
      why: "A zone has one SOA, at its own name.",
      next: "`update record @ SOA …` for that one."
    ),
    Advice(
      "must contain at least one NS record",
      why: "Without its NS records nobody would find the zone's name servers.",
      next: "`update record @ NS …` changes them."
    ),
    Advice(
      "must contain exactly one SOA record",
      why: "A zone has exactly one SOA; it says how long resolvers keep that a name is missing.",
      next: "`update record @ SOA …` changes it."
    ),
    Advice(
      "Number of records limit",
      why: "A request has a limit for its values, and an UPSERT counts twice.",
      next: "several smaller batches."
    ),
    Advice(
      "RDATA character limit",
      why: "A request has a limit for the characters of its values, and an UPSERT counts twice.",
      next: "several smaller batches."
    ),
    Advice(
      "Cannot have more than",
      why: "A record set has a limit for its values.",
      next: "fewer values; the rest in record sets with a policy such as `--multivalue`."
    ),
  ]
}
