import Route53

extension RecordSetRequest {
  /// Reads a ResourceRecordSet whose shape was checked.
  init(_ value: JSONValue) {
    self.init(
      name: value["Name"]?.text ?? "",
      type: value["Type"]?.text ?? "",
      setIdentifier: value["SetIdentifier"]?.text,
      failover: value["Failover"]?.text,
      ttl: value["TTL"]?.whole,
      values: value["ResourceRecords"]?.elements.compactMap { $0["Value"]?.text } ?? [],
      aliasTarget: value["AliasTarget"].map(AliasTargetRequest.init),
      healthCheckID: value["HealthCheckId"]?.text
    )
    weight = value["Weight"]?.whole
    region = value["Region"]?.text
    geoLocation = value["GeoLocation"].map(GeoLocationRequest.init)
    multiValueAnswer = value["MultiValueAnswer"]?.flag
    trafficPolicyInstanceID = value["TrafficPolicyInstanceId"]?.text
    cidrRouting = value["CidrRoutingConfig"].map(CidrRoutingRequest.init)
    geoProximity = value["GeoProximityLocation"].map(GeoProximityRequest.init)
  }

  /// In the order of the service's model (`M:ResourceRecordSet`).
  var json: JSONValue {
    let records: JSONValue = .list(values.map { .record(["Value": .string($0)]) })
    return .record([
      "Name": .string(name), "Type": .string(type),
      "SetIdentifier": setIdentifier.map(JSONValue.string),
      "Weight": weight.map(JSONValue.whole), "Region": region.map(JSONValue.string),
      "GeoLocation": geoLocation?.json, "Failover": failover.map(JSONValue.string),
      "MultiValueAnswer": multiValueAnswer.map(JSONValue.boolean),
      "TTL": ttl.map(JSONValue.whole), "ResourceRecords": values.isEmpty ? nil : records,
      "AliasTarget": aliasTarget?.json, "HealthCheckId": healthCheckID.map(JSONValue.string),
      "TrafficPolicyInstanceId": trafficPolicyInstanceID.map(JSONValue.string),
      "CidrRoutingConfig": cidrRouting?.json, "GeoProximityLocation": geoProximity?.json,
    ])
  }
}

extension AliasTargetRequest {
  fileprivate init(_ value: JSONValue) {
    self.init(
      hostedZoneID: value["HostedZoneId"]?.text ?? "",
      dnsName: value["DNSName"]?.text ?? "",
      evaluateTargetHealth: value["EvaluateTargetHealth"]?.flag ?? false
    )
  }

  /// `M:AliasTarget`.
  fileprivate var json: JSONValue {
    .record([
      "HostedZoneId": .string(hostedZoneID), "DNSName": .string(dnsName),
      "EvaluateTargetHealth": .boolean(evaluateTargetHealth),
    ])
  }
}

extension GeoLocationRequest {
  fileprivate init(_ value: JSONValue) {
    self.init(
      continentCode: value["ContinentCode"]?.text,
      countryCode: value["CountryCode"]?.text,
      subdivisionCode: value["SubdivisionCode"]?.text
    )
  }

  /// `M:GeoLocation`.
  fileprivate var json: JSONValue {
    .record([
      "ContinentCode": continentCode.map(JSONValue.string),
      "CountryCode": countryCode.map(JSONValue.string),
      "SubdivisionCode": subdivisionCode.map(JSONValue.string),
    ])
  }
}

extension CidrRoutingRequest {
  fileprivate init(_ value: JSONValue) {
    self.init(
      collectionID: value["CollectionId"]?.text ?? "",
      locationName: value["LocationName"]?.text ?? ""
    )
  }

  /// `M:CidrRoutingConfig`.
  fileprivate var json: JSONValue {
    .record(["CollectionId": .string(collectionID), "LocationName": .string(locationName)])
  }
}

extension GeoProximityRequest {
  fileprivate init(_ value: JSONValue) {
    self.init(
      region: value["AWSRegion"]?.text,
      localZoneGroup: value["LocalZoneGroup"]?.text,
      latitude: value["Coordinates"]?["Latitude"]?.text,
      longitude: value["Coordinates"]?["Longitude"]?.text,
      bias: value["Bias"]?.whole
    )
  }

  /// `M:GeoProximityLocation`.
  fileprivate var json: JSONValue {
    let point: JSONValue = .record([
      "Latitude": latitude.map(JSONValue.string), "Longitude": longitude.map(JSONValue.string),
    ])
    return .record([
      "AWSRegion": region.map(JSONValue.string),
      "LocalZoneGroup": localZoneGroup.map(JSONValue.string),
      "Coordinates": latitude == nil && longitude == nil ? nil : point,
      "Bias": bias.map(JSONValue.whole),
    ])
  }
}
