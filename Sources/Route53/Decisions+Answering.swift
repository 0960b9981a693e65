import DNS

// What the public sources do not settle about answers, and this engine therefore decides.
extension Decisions {
  /// Aliases are followed, and the health of their targets is looked at, this many deep.
  ///
  /// What lies deeper counts as unhealthy; an alias that leads deeper, or back to where it came
  /// from, ends in SERVFAIL. Amazon says nothing of either.
  static let aliasDepthMax = 16

  /// Seconds for which the addresses of an AWS resource may be kept: what Amazon's own aliases show
  /// (`DG:resource-record-sets-choosing-alias-non-alias` for load balancers).
  static let resourceTTL = 60

  /// An alias whose target does not exist any more is unhealthy if it evaluates its target's
  /// health, and answers nothing (NODATA) if it is chosen.
  static let missingTargetIsHealthy = false

  /// Where the address of a client is not in the table, it is taken to be where Amazon's own test
  /// tool asks from: beside us-east-1 (`DG:dns-test`); for geolocation it is nowhere.
  static let unmappedClient = Coordinates(latitude: 3_904, longitude: -7_749)

  /// The address of the resolver in us-east-1 that TestDNSAnswer takes when none is named.
  static let testingResolver = IPv4Address(bits: 0x48c0_0035)

  /// A region or local zone group that the table of regions does not have is as far as can be.
  static let unknownDistanceMetres = 20_015_000

  /// Latency to a region that the table does not have, in milliseconds.
  static let unknownLatency = 500

  /// A query of type ANY gets the first of these types that the name has.
  ///
  /// A client has to expect no more (RFC 8482 §4.1); Amazon does not say what its servers do.
  static let typesForAny: [RecordType] = RecordType.allCases

  // Of two record sets that a policy ranks alike, the one whose set identifier comes first is
  // chosen. When neither the record of an IP-based group nor its default matches, there is no
  // answer (NODATA), as Amazon says of geolocation (`M:GeoLocation`).
}
