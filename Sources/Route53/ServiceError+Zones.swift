public import DNS

// Refusals that are about hosted zones and delegation sets; the texts are ours where no tag says
// otherwise.
extension ServiceError {
  /// A caller reference makes one zone, whatever became of it (`M:HostedZoneAlreadyExists`).
  public static let hostedZoneAlreadyExists = ServiceError(
    code: "HostedZoneAlreadyExists",
    status: 409,
    messages: [Decisions.hostedZoneAlreadyExists]
  )

  /// The quota of the account, or that of the zones of one delegation set (`DG:DNSLimitations`).
  public static func tooManyHostedZones(limit: Int) -> ServiceError {
    ServiceError(
      code: "TooManyHostedZones",
      status: 400,
      messages: [Decisions.tooManyHostedZones(limit: limit)]
    )
  }

  /// A zone of a related name has name servers of the delegation set (text as moto answers it).
  public static func conflictingDomain(
    _ name: DomainName,
    sharing set: DelegationSetID
  ) -> ServiceError {
    ServiceError(
      code: "ConflictingDomainExists",
      status: 400,
      messages: [
        "Cannot create hosted zone with DelegationSetId DelegationSetId:\(set) as the DNSName "
          + "\(name) conflicts with existing ones sharing the delegation set"
      ]
    )
  }

  /// A private zone of the same name has the VPC already
  /// (`CP:hostedzone-duplicate-private-zone-vpc`).
  public static func conflictingDomain(of zone: HostedZoneID, in vpc: VPC) -> ServiceError {
    ServiceError(
      code: "ConflictingDomainExists",
      status: 400,
      messages: [
        "The VPC \(vpc.id) in region \(vpc.region) has already been associated with the hosted "
          + "zone \(zone) with the same domain name."
      ]
    )
  }

  /// Quoted by `LS:test_route53`.
  public static let invalidVPC = ServiceError(
    code: "InvalidVPCId",
    status: 400,
    messages: ["The VPC ID is invalid."]
  )

  /// `M:PublicZoneVPCAssociation`.
  public static let publicZoneVPCAssociation = ServiceError(
    code: "PublicZoneVPCAssociation",
    status: 400,
    messages: [Decisions.publicZoneVPCAssociation]
  )

  /// `M:LastVPCAssociation`.
  public static let lastVPCAssociation = ServiceError(
    code: "LastVPCAssociation",
    status: 400,
    messages: [Decisions.lastVPCAssociation]
  )

  /// `M:VPCAssociationNotFound`.
  public static func vpcAssociationNotFound(_ vpc: VPC) -> ServiceError {
    ServiceError(
      code: "VPCAssociationNotFound",
      status: 404,
      messages: [Decisions.vpcAssociationNotFound(vpc)]
    )
  }

  /// The quota of a private zone.
  public static let tooManyVPCs = ServiceError(
    code: "LimitsExceeded",
    status: 400,
    messages: [Decisions.limitReached("VPCs of a hosted zone", Decisions.vpcsMax)]
  )

  /// A private zone cannot have a delegation set (`M:CreateReusableDelegationSet`).
  public static let delegationSetOfPrivateZone: ServiceError =
    .invalidInput([Decisions.delegationSetOfPrivateZone])

  /// `M:NoSuchDelegationSet`.
  public static func noSuchDelegationSet(_ id: DelegationSetID) -> ServiceError {
    ServiceError(
      code: "NoSuchDelegationSet",
      status: 400,
      messages: [Decisions.noSuchDelegationSet(id)]
    )
  }

  /// `M:DelegationSetAlreadyCreated`.
  public static let delegationSetAlreadyCreated = ServiceError(
    code: "DelegationSetAlreadyCreated",
    status: 400,
    messages: [Decisions.delegationSetAlreadyCreated]
  )

  /// `M:DelegationSetAlreadyReusable`.
  public static let delegationSetAlreadyReusable = ServiceError(
    code: "DelegationSetAlreadyReusable",
    status: 400,
    messages: [Decisions.delegationSetAlreadyReusable]
  )

  /// `M:DelegationSetInUse`.
  public static let delegationSetInUse = ServiceError(
    code: "DelegationSetInUse",
    status: 400,
    messages: [Decisions.delegationSetInUse]
  )

  /// `M:HostedZoneNotFound`, which CreateReusableDelegationSet answers.
  public static func hostedZoneNotFound(_ id: HostedZoneID) -> ServiceError {
    ServiceError(
      code: "HostedZoneNotFound",
      status: 400,
      messages: ["No hosted zone found with ID: \(id)"]
    )
  }

  /// The quota of the account.
  public static let tooManyDelegationSets = ServiceError(
    code: "LimitsExceeded",
    status: 400,
    messages: [Decisions.limitReached("reusable delegation sets", DelegationSet.countMax)]
  )

  /// A comment, a caller reference or another text that is too long or too short; nil: it is not.
  public static func badLength(
    _ text: String,
    _ allowed: ClosedRange<Int>,
    at path: String
  ) -> ServiceError? {
    ConstraintText.length(text, allowed, at: path).map {
      .invalidInput([ConstraintText.violations([$0])])
    }
  }
}

// Refusals that are about tags, and about the API itself.
extension ServiceError {
  static let tooManyTags = ServiceError(
    code: "LimitsExceeded",
    status: 400,
    messages: [Decisions.limitReached("tags of a resource", Decisions.tagsMax)]
  )

  static let noTagsGiven: ServiceError = .invalidInput([Decisions.noTagsGiven])

  /// A prior change of the zone is still being processed (`DG:DNSLimitations`).
  public static let priorRequestNotComplete = ServiceError(
    code: "PriorRequestNotComplete",
    status: 400,
    messages: [
      "The request was rejected because Route 53 was still processing a prior request."
    ]
  )

  /// More than five requests a second (`DG:DNSLimitations`).
  public static let throttling = ServiceError(
    code: "Throttling",
    status: 400,
    messages: ["Rate exceeded"]
  )
}
