// What GetHostedZoneLimit tells (`DG:DNSLimitations`).
extension HostedZone {
  /// How many record sets a zone can hold.
  public static var recordSetsLimit: Int { recordSetsMax }

  /// How many VPCs a private zone can have.
  public static var vpcsLimit: Int { Decisions.vpcsMax }
}
