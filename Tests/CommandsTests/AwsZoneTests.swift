import CafeWorld
import Route53
import Testing

@testable import Commands

struct `aws route53 and its hosted zones` {
  @Test func `creates a private zone, and shows whose it is`() throws {
    var cafe = AwsCafe()
    let created = try JSONReader.value(
      of: try cafe.aws(
        "route53 create-hosted-zone --name inside.example --caller-reference r1 "
          + "--vpc VPCRegion=us-west-2,VPCId=vpc-0123456789abcdef0 "
          + "--hosted-zone-config Comment=in,PrivateZone=true"
      )
    )
    #expect(created["HostedZone"]?["CallerReference"] == "r1")
    #expect(created["HostedZone"]?["Config"]?.compact == #"{"Comment":"in","PrivateZone":true}"#)
    #expect(created["VPC"]?["VPCId"] == "vpc-0123456789abcdef0")
    #expect(created["DelegationSet"] == nil)
    let id = try #require(created["HostedZone"]?["Id"]?.text)
    let shown = try JSONReader.value(of: try cafe.aws("route53 get-hosted-zone --id \(id)"))
    #expect(shown["VPCs"]?.elements.count == 1)
    let associated = try cafe.aws(
      "route53 associate-vpc-with-hosted-zone --hosted-zone-id \(id) "
        + "--vpc VPCRegion=eu-west-1,VPCId=vpc-11111111 --comment more"
    )
    #expect(associated.contains(#""Comment": "more""#), "\(associated)")
    #expect(cafe.world.hostedZones.last?.vpcs.count == 2)
    let list = try cafe.aws("route53 list-hosted-zones --hosted-zone-type PrivateHostedZone")
    #expect(list.contains("inside.example") && !list.contains("cafe.example"))
    #expect(
      try cafe.aws(
        "route53 test-dns-answer --hosted-zone-id \(cafe.zone) --record-name cafe.example "
          + "--record-type SOA"
      ).contains("NOERROR")
    )
  }

  @Test func `changes a comment`() throws {
    var cafe = AwsCafe()
    let line = "route53 update-hosted-zone-comment --id \(cafe.zone)"
    #expect(try cafe.aws(line + " --comment new").contains(#""Comment": "new""#))
    #expect(try !cafe.aws(line).contains("Comment"))
  }

  @Test func `shares name servers by a delegation set`() throws {
    var cafe = AwsCafe()
    let created = try JSONReader.value(
      of: try cafe.aws("route53 create-reusable-delegation-set --caller-reference d1")
    )
    let set = try #require(created["DelegationSet"])
    let id = try #require(set["Id"]?.text)
    #expect(id.hasPrefix("/delegationset/N"))
    #expect(
      created["Location"]?.text == "https://route53.amazonaws.com/2013-04-01" + id
    )
    _ = try cafe.aws(
      "route53 create-hosted-zone --name a.example --caller-reference z1 --delegation-set-id \(id)"
    )
    let zone = try #require(cafe.world.hostedZones.last)
    let shown = try JSONReader.value(of: try cafe.aws("route53 get-hosted-zone --id \(zone.id)"))
    #expect(shown["DelegationSet"] == set)
    #expect(
      try cafe.aws("route53 list-hosted-zones --delegation-set-id \(id)").contains("a.example.")
    )
    let limit = try JSONReader.value(
      of: try cafe.aws(
        "route53 get-reusable-delegation-set-limit --delegation-set-id \(id) "
          + "--type MAX_ZONES_BY_REUSABLE_DELEGATION_SET"
      )
    )
    #expect(limit["Count"]?.whole == 1 && limit["Limit"]?["Value"]?.whole == 100)
    #expect(
      try cafe.aws("route53 delete-reusable-delegation-set --id \(id)")
        .hasPrefix("An error occurred (DelegationSetInUse)")
    )
    _ = try cafe.aws("route53 delete-hosted-zone --id \(zone.id)")
    #expect(try cafe.aws("route53 delete-reusable-delegation-set --id \(id)") == "")
    let list = try JSONReader.value(of: try cafe.aws("route53 list-reusable-delegation-sets"))
    #expect(list["DelegationSets"]?.elements == [] && list["IsTruncated"] == false)
    #expect(
      cafe.message("route53 get-reusable-delegation-set --id \(id)").contains("NoSuchDelegationSet")
    )
  }

  @Test func `pages through zones by marker and by name`() throws {
    var cafe = AwsCafe()
    for name in ["b.example", "a.example", "b.example"] {
      try cafe.world.perform(
        .createHostedZone(
          name: name,
          callerReference: "r\(cafe.world.hostedZones.count)",
          comment: nil
        )
      )
    }
    let first = try JSONReader.value(
      of: try cafe.aws("route53 list-hosted-zones --no-paginate --max-items 3")
    )
    #expect(first["IsTruncated"] == true && first["MaxItems"] == "3")
    let marker = try #require(first["NextMarker"]?.text)
    #expect(marker == cafe.world.hostedZones[3].id.text)
    let second = try JSONReader.value(
      of: try cafe.aws("route53 list-hosted-zones --marker \(marker)")
    )
    #expect(second["HostedZones"]?.elements.count == 1 && second["Marker"]?.text == marker)
    let named = try JSONReader.value(
      of: try cafe.aws("route53 list-hosted-zones-by-name --dns-name b.example --max-items 1")
    )
    let next = try #require(named["NextHostedZoneId"]?.text)
    let rest = try JSONReader.value(
      of: try cafe.aws(
        "route53 list-hosted-zones-by-name --dns-name b.example --hosted-zone-id \(next)"
      )
    )
    #expect(
      rest["HostedZones"]?.elements.compactMap { $0["Name"]?.text }
        == ["b.example.", "cafe.example."]
    )
    #expect(
      cafe.message("route53 list-hosted-zones-by-name --hosted-zone-id \(next)")
        .contains("InvalidInput")
    )
  }

  @Test func `keeps tags of zones and checks`() throws {
    var cafe = try AwsCafe.withCheck()
    let zone = "--resource-type hostedzone --resource-id \(cafe.zone)"
    #expect(
      try cafe.aws(
        "route53 change-tags-for-resource \(zone) --add-tags Key=team,Value=web "
          + "Key=stage,Value=live"
      ) == ""
    )
    #expect(
      try cafe.aws("route53 change-tags-for-resource \(zone) --remove-tag-keys stage") == ""
    )
    _ = try cafe.aws(
      "route53 change-tags-for-resource --resource-type healthcheck --resource-id \(cafe.check) "
        + "--add-tags Key=team,Value=web"
    )
    let listed = try JSONReader.value(
      of: try cafe.aws(
        "route53 list-tags-for-resources --resource-type healthcheck --resource-ids \(cafe.check)"
      )
    )
    #expect(
      listed["ResourceTagSets"]?.elements.first?["Tags"]?.compact
        == #"[{"Key":"Name","Value":"Primary-Website-Health"},{"Key":"team","Value":"web"}]"#
    )
    #expect(
      try cafe.aws("route53 list-tags-for-resource \(zone)") == """
        {
            "ResourceTagSet": {
                "ResourceType": "hostedzone",
                "ResourceId": "\(cafe.zone)",
                "Tags": [
                    {
                        "Key": "team",
                        "Value": "web"
                    }
                ]
            }
        }
        """
    )
    #expect(
      try cafe.aws("route53 change-tags-for-resource \(zone)")
        .hasPrefix("An error occurred (InvalidInput)")
    )
  }

  @Test func `tells its limits`() throws {
    var cafe = try AwsCafe.withCheck()
    #expect(
      try cafe.aws("route53 get-account-limit --type MAX_HEALTH_CHECKS_BY_OWNER") == """
        {
            "Limit": {
                "Type": "MAX_HEALTH_CHECKS_BY_OWNER",
                "Value": 200
            },
            "Count": 1
        }
        """
    )
    let zone = "route53 get-hosted-zone-limit --hosted-zone-id \(cafe.zone) --type "
    #expect(try cafe.aws(zone + "MAX_RRSETS_BY_ZONE").contains(#""Value": 10000"#))
    #expect(
      cafe.message(zone + "MAX_VPCS_ASSOCIATED_BY_ZONE")
        .hasPrefix("An error occurred (HostedZoneNotPrivate)")
    )
    #expect(cafe.near(zone + "MAX_RRSET_BY_ZONE") == ["MAX_RRSETS_BY_ZONE"])
  }

  @Test func `knows the places of geolocation`() throws {
    var cafe = AwsCafe()
    let list = "route53 list-geo-locations"
    let first = try JSONReader.value(of: try cafe.aws(list + " --max-items 2"))
    #expect(
      first["GeoLocationDetailsList"]?.compact
        == #"[{"CountryCode":"*","CountryName":"Default"},"#
        + #"{"CountryCode":"AD","CountryName":"Andorra"}]"#
    )
    #expect(first["IsTruncated"] == true && first["NextCountryCode"] == "AE")
    let states = try JSONReader.value(
      of: try cafe.aws(
        list + " --start-country-code US --start-subdivision-code WY --max-items 2"
      )
    )
    #expect(
      states["GeoLocationDetailsList"]?.elements.first?.compact
        == #"{"CountryCode":"US","CountryName":"United States","SubdivisionCode":"WY","#
        + #""SubdivisionName":"Wyoming"}"#
    )
    let last = try JSONReader.value(of: try cafe.aws(list + " --start-continent-code SA"))
    #expect(last["IsTruncated"] == false)
    #expect(
      try cafe.aws("route53 get-geo-location --continent-code EU") == """
        {
            "GeoLocationDetails": {
                "ContinentCode": "EU",
                "ContinentName": "Europe"
            }
        }
        """
    )
    #expect(
      cafe.message("route53 get-geo-location --country-code XX")
        .hasPrefix("An error occurred (NoSuchGeoLocation)")
    )
    #expect(
      cafe.message("route53 get-geo-location --country-code DE --continent-code EU")
        .hasPrefix("An error occurred (InvalidInput)")
    )
  }

  @Test func `keeps blocks of addresses`() throws {
    var cafe = AwsCafe()
    let created = try JSONReader.value(
      of: try cafe.aws("route53 create-cidr-collection --name offices --caller-reference c1")
    )
    let id = try #require(created["Collection"]?["Id"]?.text)
    #expect(created["Collection"]?["Arn"]?.text == "arn:aws:route53:::cidrcollection/\(id)")
    #expect(created["Collection"]?["Version"]?.whole == 1)
    let change = "route53 change-cidr-collection --id \(id) --collection-version 1 --changes "
    let changed = try cafe.aws(
      change + "LocationName=berlin,Action=PUT,CidrList=91.64.0.0/16,91.65.0.0/16 "
        + "LocationName=tokyo,Action=PUT,CidrList=126.0.0.0/8"
    )
    let number = try #require(try JSONReader.value(of: changed)["Id"]?.text)
    let told = try cafe.aws("route53 get-change --id \(number)")
    #expect(told.contains(number) && told.contains("INSYNC"))
    #expect(
      try cafe.aws(change + "LocationName=rome,Action=PUT,CidrList=79.0.0.0/12")
        .hasPrefix("An error occurred (CidrCollectionVersionMismatchException)")
    )
    #expect(
      try cafe.aws("route53 list-cidr-blocks --collection-id \(id) --location-name tokyo") == """
        {
            "CidrBlocks": [
                {
                    "CidrBlock": "126.0.0.0/8",
                    "LocationName": "tokyo"
                }
            ]
        }
        """
    )
    let locations = try JSONReader.value(
      of: try cafe.aws("route53 list-cidr-locations --collection-id \(id) --max-items 1")
    )
    #expect(locations["CidrLocations"]?.compact == #"[{"LocationName":"berlin"}]"#)
    #expect(locations["NextToken"] != nil)
    #expect(
      cafe.message("route53 list-cidr-blocks --collection-id \(id) --location-name rome")
        .contains("NoSuchCidrLocationException")
    )
    #expect(try cafe.aws("route53 list-cidr-collections").contains(#""Version": 2"#))
    #expect(
      try cafe.aws("route53 delete-cidr-collection --id \(id)")
        .hasPrefix("An error occurred (CidrCollectionInUseException)")
    )
    #expect(
      cafe.message(
        "route53 change-cidr-collection --id \(id) --changes "
          + "LocationName=x,Action=DELETE,CidrList=79.0.0.0/12"
      ) == "Changes[0].Action DELETE: PUT, DELETE_IF_EXISTS"
    )
  }
}
