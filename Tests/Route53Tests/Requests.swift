import DNS
import Route53

/// A request with something changed.
func changed(
  _ request: RecordSetRequest,
  _ change: (inout RecordSetRequest) -> Void
) -> RecordSetRequest {
  var request = request
  change(&request)
  return request
}

extension RecordSetRequest {
  static func alias(
    _ name: String,
    to target: String,
    in zone: HostedZoneID,
    evaluates: Bool = true
  ) -> RecordSetRequest {
    RecordSetRequest(
      name: name,
      type: "A",
      aliasTarget: AliasTargetRequest(
        hostedZoneID: zone.text,
        dnsName: target,
        evaluateTargetHealth: evaluates
      )
    )
  }

  /// An A record of one value under a policy.
  static func routed(
    _ name: String,
    _ identifier: String,
    _ route: (inout RecordSetRequest) -> Void
  ) -> RecordSetRequest {
    changed(.a(name, Cafe.main)) {
      $0.setIdentifier = identifier
      route(&$0)
    }
  }

  static func weighted(_ name: String, _ identifier: String, _ weight: Int) -> RecordSetRequest {
    routed(name, identifier) { $0.weight = weight }
  }

  static func latency(_ name: String, _ identifier: String, _ region: String) -> RecordSetRequest {
    routed(name, identifier) { $0.region = region }
  }

  static func geo(
    _ name: String,
    _ identifier: String,
    _ location: GeoLocationRequest
  ) -> RecordSetRequest {
    routed(name, identifier) { $0.geoLocation = location }
  }

  static func proximity(
    _ name: String,
    _ identifier: String,
    _ location: GeoProximityRequest
  ) -> RecordSetRequest {
    routed(name, identifier) { $0.geoProximity = location }
  }

  static func multivalue(_ name: String, _ identifier: String) -> RecordSetRequest {
    routed(name, identifier) { $0.multiValueAnswer = true }
  }

  static func cidr(
    _ name: String,
    _ identifier: String,
    _ collection: CidrCollectionID,
    _ location: String
  ) -> RecordSetRequest {
    routed(name, identifier) {
      $0.cidrRouting = CidrRoutingRequest(
        collectionID: collection.text,
        locationName: location
      )
    }
  }
}

extension Cafe {
  /// Why a batch is refused; nil: it is not.
  func error(_ changes: Change...) -> ServiceError? {
    do throws(ServiceError) {
      _ = try validated(changes)
      return nil
    } catch {
      return error
    }
  }
}
