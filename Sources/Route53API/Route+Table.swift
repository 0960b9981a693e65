import Commands

extension Route {
  /// All operations of the API (`M:http` of each), with the names that their arguments have here.
  static let all: [Route] = known + absent

  private static let known: [Route] = [
    "GET /accountlimit/{Type} GetAccountLimit", "GET /change/{Id} GetChange",
    "GET /checkeripranges GetCheckerIpRanges", "POST /cidrcollection CreateCidrCollection",
    "GET /cidrcollection ListCidrCollections", "POST /cidrcollection/{Id} ChangeCidrCollection",
    "DELETE /cidrcollection/{Id} DeleteCidrCollection",
    "GET /cidrcollection/{CollectionId} ListCidrLocations",
    "GET /cidrcollection/{CollectionId}/cidrblocks ListCidrBlocks",
    "POST /delegationset CreateReusableDelegationSet",
    "GET /delegationset ListReusableDelegationSets",
    "DELETE /delegationset/{Id} DeleteReusableDelegationSet",
    "GET /delegationset/{Id} GetReusableDelegationSet", "GET /geolocation GetGeoLocation",
    "GET /geolocations ListGeoLocations", "POST /healthcheck CreateHealthCheck",
    "GET /healthcheck ListHealthChecks", "DELETE /healthcheck/{HealthCheckId} DeleteHealthCheck",
    "GET /healthcheck/{HealthCheckId} GetHealthCheck",
    "POST /healthcheck/{HealthCheckId} UpdateHealthCheck",
    "GET /healthcheck/{HealthCheckId}/lastfailurereason GetHealthCheckLastFailureReason",
    "GET /healthcheck/{HealthCheckId}/status GetHealthCheckStatus",
    "GET /healthcheckcount GetHealthCheckCount", "POST /hostedzone CreateHostedZone",
    "GET /hostedzone ListHostedZones", "DELETE /hostedzone/{Id} DeleteHostedZone",
    "GET /hostedzone/{Id} GetHostedZone", "POST /hostedzone/{Id} UpdateHostedZoneComment",
    "POST /hostedzone/{HostedZoneId}/associatevpc AssociateVPCWithHostedZone",
    "POST /hostedzone/{HostedZoneId}/disassociatevpc DisassociateVPCFromHostedZone",
    "GET /hostedzone/{HostedZoneId}/dnssec GetDNSSEC",
    "GET /hostedzone/{HostedZoneId}/rrset ListResourceRecordSets",
    "POST /hostedzone/{HostedZoneId}/rrset ChangeResourceRecordSets",
    "GET /hostedzonecount GetHostedZoneCount",
    "GET /hostedzonelimit/{HostedZoneId}/{Type} GetHostedZoneLimit",
    "GET /hostedzonesbyname ListHostedZonesByName", "GET /hostedzonesbyvpc ListHostedZonesByVPC",
    "GET /reusabledelegationsetlimit/{DelegationSetId}/{Type} GetReusableDelegationSetLimit",
    "POST /tags/{ResourceType} ListTagsForResources",
    "POST /tags/{ResourceType}/{ResourceId} ChangeTagsForResource",
    "GET /tags/{ResourceType}/{ResourceId} ListTagsForResource",
    "GET /testdnsanswer TestDNSAnswer",
  ].map { Route($0) }

  /// What this café has no world for: DNSSEC, query logs, traffic policies, other accounts.
  ///
  /// The codes are those that the model has for the operation (`M:errors`), the texts are `OUR`.
  private static let absent: [Route] = [
    Route(
      "POST /hostedzone/{HostedZoneId}/authorizevpcassociation CreateVPCAssociationAuthorization",
      .refused("InvalidInput", "This café has one account, which needs no authorization.")
    ),
    Route(
      "GET /hostedzone/{HostedZoneId}/authorizevpcassociation ListVPCAssociationAuthorizations",
      .empty("VPCs")
    ),
    Route(
      "POST /hostedzone/{HostedZoneId}/deauthorizevpcassociation "
        + "DeleteVPCAssociationAuthorization",
      .refused("VPCAssociationAuthorizationNotFound", "There is no authorization for this VPC.")
    ),
    Route(
      "POST /hostedzone/{HostedZoneId}/disable-dnssec DisableHostedZoneDNSSEC",
      .refused("DNSSECNotFound", "The hosted zone has no DNSSEC resources.")
    ),
    Route(
      "POST /hostedzone/{HostedZoneId}/enable-dnssec EnableHostedZoneDNSSEC",
      .refused(
        "KeySigningKeyWithActiveStatusNotFound",
        "The hosted zone has no active key-signing key."
      )
    ),
    Route("POST /hostedzone/{HostedZoneId}/features UpdateHostedZoneFeatures", .acceleration),
    Route(
      "POST /keysigningkey CreateKeySigningKey",
      .refused("InvalidKMSArn", "This café has no KMS, and so no such key.")
    ),
    Route("DELETE /keysigningkey/{HostedZoneId}/{Name} DeleteKeySigningKey", .noKey),
    Route("POST /keysigningkey/{HostedZoneId}/{Name}/activate ActivateKeySigningKey", .noKey),
    Route("POST /keysigningkey/{HostedZoneId}/{Name}/deactivate DeactivateKeySigningKey", .noKey),
    Route(
      "POST /queryloggingconfig CreateQueryLoggingConfig",
      .refused("NoSuchCloudWatchLogsLogGroup", "This café has no CloudWatch Logs log group.")
    ),
    Route("GET /queryloggingconfig ListQueryLoggingConfigs", .empty("QueryLoggingConfigs")),
    Route("DELETE /queryloggingconfig/{Id} DeleteQueryLoggingConfig", .noLogging),
    Route("GET /queryloggingconfig/{Id} GetQueryLoggingConfig", .noLogging),
    Route(
      "GET /trafficpolicies ListTrafficPolicies",
      .empty("TrafficPolicySummaries", paged: true)
    ),
    Route("GET /trafficpolicies/{Id}/versions ListTrafficPolicyVersions", .noPolicy),
    Route(
      "POST /trafficpolicy CreateTrafficPolicy",
      .refused("InvalidInput", "This café has no traffic policies. Make record sets instead.")
    ),
    Route("POST /trafficpolicy/{Id} CreateTrafficPolicyVersion", .noPolicy),
    Route("DELETE /trafficpolicy/{Id}/{Version} DeleteTrafficPolicy", .noPolicy),
    Route("GET /trafficpolicy/{Id}/{Version} GetTrafficPolicy", .noPolicy),
    Route("POST /trafficpolicy/{Id}/{Version} UpdateTrafficPolicyComment", .noPolicy),
    Route("POST /trafficpolicyinstance CreateTrafficPolicyInstance", .noPolicy),
    Route("DELETE /trafficpolicyinstance/{Id} DeleteTrafficPolicyInstance", .noPolicyInstance),
    Route("GET /trafficpolicyinstance/{Id} GetTrafficPolicyInstance", .noPolicyInstance),
    Route("POST /trafficpolicyinstance/{Id} UpdateTrafficPolicyInstance", .noPolicyInstance),
    Route(
      "GET /trafficpolicyinstancecount GetTrafficPolicyInstanceCount",
      .value(["TrafficPolicyInstanceCount": .whole(0)])
    ),
    Route(
      "GET /trafficpolicyinstances ListTrafficPolicyInstances",
      .empty("TrafficPolicyInstances", paged: true)
    ),
    Route(
      "GET /trafficpolicyinstances/hostedzone ListTrafficPolicyInstancesByHostedZone",
      .empty("TrafficPolicyInstances", paged: true)
    ),
    Route(
      "GET /trafficpolicyinstances/trafficpolicy ListTrafficPolicyInstancesByPolicy",
      .noPolicy
    ),
  ]
}
