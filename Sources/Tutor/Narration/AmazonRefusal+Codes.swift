extension AmazonRefusal {
  /// Refusals that their code explains.
  static let codes: [Advice] = [
    Advice(
      "NoSuchHealthCheck",
      why: "The health check that is named here does not exist, or no longer.",
      next: "`list health-checks` shows those that do."
    ),
    Advice(
      "HealthCheckAlreadyExists",
      why: "A caller reference makes a request safe to repeat: it stands for one check for ever.",
      next: "another caller reference."
    ),
    Advice(
      "TooManyHealthChecks",
      why: "An account has 200 health checks at most.",
      next: "delete one that is not needed."
    ),
    Advice(
      "NoSuchHostedZone",
      why: "There is no such hosted zone.",
      next: "`list zones` shows them."
    ),
    Advice(
      "HostedZoneNotEmpty",
      why: "A zone can be deleted only when nothing but its own NS and SOA is left.",
      next: "delete its records first; `list records` shows them."
    ),
    Advice(
      "HostedZoneAlreadyExists",
      why: "A caller reference makes a request safe to repeat: it stands for one zone for ever.",
      next: "another caller reference; a second zone of the same name is allowed."
    ),
    Advice(
      "TooManyHostedZones",
      why: "An account has 500 hosted zones at most, a reusable delegation set 100.",
      next: "delete one that is not needed; `list zones` shows them."
    ),
    Advice(
      "InvalidDomainName",
      why: "This cannot be the name of a hosted zone.",
      next: "a name with at least two parts, such as cafe.example."
    ),
    Advice(
      "ConflictingDomainExists",
      why: "Zones of one name, or one above the other, must not share name servers or a VPC: "
        + "nobody could tell which of them answers.",
      next: "leave the delegation set out, or take another; for a private zone another VPC."
    ),
    Advice(
      "InvalidVPCId",
      why: "A VPC's id is vpc- and 8 or 17 hexadecimal digits.",
      next: "`--vpc vpc-0123456789abcdef0`."
    ),
    Advice(
      "PublicZoneVPCAssociation",
      why: "Everybody can ask a public zone. Only a private one has VPCs.",
      next: "`create hosted-zone NAME --vpc ID` makes a private one."
    ),
    Advice(
      "LastVPCAssociation",
      why: "A private zone without a VPC could be asked by nobody.",
      next: "associate another VPC first; or `delete hosted-zone`."
    ),
    Advice(
      "VPCAssociationNotFound",
      why: "That VPC cannot ask this zone as it is.",
      next: "`show` the zone to see its VPCs."
    ),
    Advice(
      "NoSuchDelegationSet",
      why: "There is no reusable delegation set of this id.",
      next: "`list delegation-sets` shows them; `create delegation-set` makes one."
    ),
    Advice(
      "DelegationSetInUse",
      why: "Hosted zones have these name servers.",
      next: "`list delegation-sets` shows which; delete those zones first."
    ),
    Advice(
      "DelegationSetAlreadyCreated",
      why: "A caller reference makes a request safe to repeat: it stands for one set for ever.",
      next: "another caller reference."
    ),
    Advice(
      "DelegationSetAlreadyReusable",
      why: "The zone's name servers are those of a reusable delegation set already.",
      next: "`show` the zone to see which."
    ),
    Advice(
      "HostedZoneNotFound",
      why: "The zone whose name servers are to be shared does not exist.",
      next: "`list zones` shows them."
    ),
    Advice(
      "NoSuchCidrCollectionException",
      why: "There is no CIDR collection of this id.",
      next: "`list cidr-collections` shows them; `create cidr-collection NAME` makes one."
    ),
    Advice(
      "NoSuchCidrLocationException",
      why: "The CIDR collection has no location of this name.",
      next: "`show` the collection to see its locations."
    ),
    Advice(
      "CidrCollectionAlreadyExistsException",
      why: "A CIDR collection has a name of its own in the account.",
      next: "another name; `update cidr-collection` changes the one that is there."
    ),
    Advice(
      "CidrCollectionInUseException",
      why: "A collection with locations, or with records that choose by it, stays.",
      next: "delete those records, then `update cidr-collection NAME --remove LOCATION`."
    ),
    Advice(
      "CidrCollectionVersionMismatchException",
      why: "Somebody has changed the collection since you looked.",
      next: "`show` it, and repeat the change with the version that it has now."
    ),
    Advice(
      "CidrBlockInUseException",
      why: "An address must lead to one location: a block stands in one only.",
      next: "`--remove` it from the other location in the same `update cidr-collection`."
    ),
    Advice(
      "PriorRequestNotComplete",
      why: "Route 53 still works on an earlier change of this zone.",
      next: "the same again after `wait 30s`. Clients do that by themselves."
    ),
    Advice(
      "Throttling",
      why: "An account gets five requests a second from Route 53's API.",
      next: "the same again after `wait 5s`; many changes fit into one `batch`."
    ),
    Advice(
      "LimitsExceeded",
      why: "A limit of the account, the zone or the collection is reached.",
      next: "delete what is not needed."
    ),
  ]
}
