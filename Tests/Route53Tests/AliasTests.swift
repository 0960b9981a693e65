import DNS
import Route53
import Testing

/// What an alias may point to (`M:AliasTarget`, §2 of the notes on Route 53).
struct `A requested alias` {
  private static let balancer = "front-1234567890.us-west-2.elb.amazonaws.com"
  private static let distribution = "d111111abcdef8.cloudfront.net"

  private var cafe: Cafe {
    get throws {
      var cafe = Cafe()
      cafe.resourceNames = [Self.balancer, Self.distribution, "s3-website-us-west-2.amazonaws.com"]
      try cafe.change(
        Change(.create, .a("site.cafe.example", Cafe.main)),
        Change(.create, .cname("old.cafe.example", "site.cafe.example"))
      )
      return cafe
    }
  }

  private func aws(
    _ kind: AwsResource.Kind,
    _ target: String,
    region: String = "us-west-2",
    evaluates: Bool = false
  ) throws -> RecordSetRequest {
    let zone = try #require(AwsResource.zone(of: kind, in: region))
    return .alias("www.cafe.example", to: target, in: zone, evaluates: evaluates)
  }

  private func tried(_ target: String, _ type: String, _ zone: HostedZoneID) -> String {
    "Tried to create an alias that targets \(target), type \(type) in zone \(zone), but "
  }

  @Test func `points to a record set of its zone and type`() throws {
    let cafe = try cafe
    let zone = cafe.zone.id
    func refusal(_ target: String) -> [String] {
      cafe.refusal(Change(.create, .alias("www.cafe.example", to: target, in: zone)))
    }
    #expect(refusal("site.cafe.example").isEmpty)
    #expect(
      refusal("new.cafe.example")
        == [tried("new.cafe.example.", "A", zone) + "that target was not found"]
    )
    #expect(
      refusal("old.cafe.example")
        == [tried("old.cafe.example.", "A", zone) + "that target was not found"]
    )
    #expect(
      refusal("www.cafe.example")
        == [tried("www.cafe.example.", "A", zone) + "that target was not found"]
    )
    #expect(
      refusal("site.tea.example") == [
        tried("site.tea.example.", "A", zone)
          + "the alias target name does not lie within the target zone",
        tried("site.tea.example.", "A", zone) + "that target was not found",
      ]
    )
    #expect(refusal("a..b").count == 1)
  }

  @Test func `may come with its target in one batch`() throws {
    let cafe = try cafe
    let alias = RecordSetRequest.alias("www.cafe.example", to: "a.cafe.example", in: cafe.zone.id)
    #expect(
      cafe.refusal(
        Change(.create, alias),
        Change(.create, .a("a.cafe.example", Cafe.main))
      ).isEmpty
    )
    let gone = cafe.refusal(
      Change(.create, .alias("www.cafe.example", to: "site.cafe.example", in: cafe.zone.id)),
      Change(.delete, .a("site.cafe.example", Cafe.main))
    )
    #expect(gone.count == 1)
  }

  @Test func `at the apex may not lead to a CNAME`() throws {
    let cafe = try cafe
    let zone = cafe.zone.id
    let alias = RecordSetRequest.alias("cafe.example", to: "old.cafe.example", in: zone)
    #expect(
      cafe.refusal(Change(.create, alias))
        == [tried("old.cafe.example.", "A", zone) + "that target was not found"]
    )
    let other = changed(alias) { $0.type = "CNAME" }
    #expect(
      cafe.refusal(Change(.create, other)).first
        == "RRSet of type CNAME with DNS name cafe.example. is not permitted at apex in zone "
        + "cafe.example."
    )
  }

  @Test(arguments: ["NS", "SOA"])
  func `has not every type`(type: String) throws {
    let cafe = try cafe
    let alias = changed(
      .alias("sub.cafe.example", to: "site.cafe.example", in: cafe.zone.id)
    ) { $0.type = type }
    #expect(
      cafe.refusal(Change(.create, alias)).contains(
        "RRSet with DNS name sub.cafe.example., type \(type) contains an alias target, but "
          + "aliases of that type are forbidden"
      )
    )
  }

  @Test func `points to a resource of an AWS service`() throws {
    let cafe = try cafe
    let good: [RecordSetRequest] = [
      try aws(.loadBalancer, Self.balancer, evaluates: true),
      try changed(aws(.loadBalancer, Self.balancer)) { $0.type = "AAAA" },
      try aws(.distribution, Self.distribution),
      try aws(.website, "s3-website-us-west-2.amazonaws.com", evaluates: true),
    ]
    for request in good { #expect(cafe.refusal(Change(.create, request)).isEmpty) }
    let missing: [RecordSetRequest] = [
      try aws(.loadBalancer, "other-1.us-west-2.elb.amazonaws.com"),
      try changed(aws(.loadBalancer, Self.balancer)) { $0.type = "TXT" },
      try changed(aws(.website, "s3-website-us-west-2.amazonaws.com")) { $0.type = "AAAA" },
      .alias("www.cafe.example", to: Self.balancer, in: HostedZoneID("Z0NOBODY")),
    ]
    for request in missing {
      let refusal = cafe.refusal(Change(.create, request))
      #expect(refusal.count == 1 && refusal[0].hasSuffix("that target was not found"))
    }
  }

  // CP:alias-cloudfront-zone-id
  @Test func `names the zone of its service`() throws {
    let zone = try #require(AwsResource.zone(of: .loadBalancer, in: "ap-northeast-1"))
    let alias = RecordSetRequest.alias(
      "www.cafe.example",
      to: Self.distribution,
      in: zone,
      evaluates: false
    )
    #expect(
      try cafe.refusal(Change(.create, alias)) == [
        tried("\(Self.distribution).", "A", zone)
          + "the alias target name does not lie within the target zone"
      ]
    )
  }

  // M:AliasTarget.EvaluateTargetHealth
  @Test func `to CloudFront cannot evaluate its health`() throws {
    let refusal = try cafe.refusal(
      Change(.create, aws(.distribution, Self.distribution, evaluates: true))
    )
    #expect(
      refusal == [
        "RRSet with DNS name www.cafe.example., type A cannot be created as EvaluateTargetHealth "
          + "must be false for an alias to a CloudFront distribution."
      ]
    )
  }

  // CP:multivalue-alias
  @Test func `is not multivalue`() throws {
    let cafe = try cafe
    let alias = changed(
      .alias("www.cafe.example", to: "site.cafe.example", in: cafe.zone.id)
    ) {
      $0.setIdentifier = "one"
      $0.multiValueAnswer = true
    }
    #expect(
      cafe.refusal(Change(.create, alias))
        == ["Multivalue answer rrset should not be an alias rrset. No changes made."]
    )
  }

  @Test func `counts as one record of a batch`() throws {
    let cafe = try cafe
    func changes(_ count: Int) -> [Change] {
      (0..<count).map { index in
        Change(
          .upsert,
          .alias("a\(index).cafe.example", to: "site.cafe.example", in: cafe.zone.id)
        )
      }
    }
    #expect(cafe.refusal(changes(501)) == ["Number of records limit of 1000 exceeded."])
    #expect(cafe.refusal(changes(500)).isEmpty)
  }
}
