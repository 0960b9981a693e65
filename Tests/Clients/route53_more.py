"""The rest of the API by boto3: private zones, CIDR collections, delegation sets, limits, tags.

    python route53_more.py http://127.0.0.1:5380
"""
import datetime
import sys

from clients import Café, change, record, refused

café = Café(sys.argv[1])
r53 = café.route53
VPC = {"VPCRegion": "us-west-2", "VPCId": "vpc-0123456789abcdef0"}
OTHER = {"VPCRegion": "us-west-2", "VPCId": "vpc-0123456789abcdef1"}


def private_zones():
    made = r53.create_hosted_zone(
        Name="inner.example", CallerReference="inner", VPC=VPC,
        HostedZoneConfig={"PrivateZone": True})
    zone = made["HostedZone"]["Id"]
    assert "DelegationSet" not in made and made["VPC"] == VPC, made
    r53.associate_vpc_with_hosted_zone(HostedZoneId=zone, VPC=OTHER)
    assert r53.get_hosted_zone(Id=zone)["VPCs"] == [VPC, OTHER]
    summaries = r53.list_hosted_zones_by_vpc(**{"VPCId": OTHER["VPCId"], "VPCRegion": "us-west-2"})
    assert summaries["HostedZoneSummaries"][0]["Name"] == "inner.example.", summaries
    r53.disassociate_vpc_from_hosted_zone(HostedZoneId=zone, VPC=OTHER)
    refused("LastVPCAssociation", "VPC", 400, r53.disassociate_vpc_from_hosted_zone,
            HostedZoneId=zone, VPC=VPC)
    updated = r53.update_hosted_zone_comment(Id=zone, Comment="inside")
    assert updated["HostedZone"]["Config"] == {"Comment": "inside", "PrivateZone": True}
    assert r53.list_vpc_association_authorizations(HostedZoneId=zone)["VPCs"] == []
    limit = r53.get_hosted_zone_limit(HostedZoneId=zone, Type="MAX_RRSETS_BY_ZONE")
    assert limit["Count"] == 2 and limit["Limit"]["Value"] == 10000, limit
    r53.delete_hosted_zone(Id=zone)


def collections():
    made = r53.create_cidr_collection(Name="places", CallerReference="places")["Collection"]
    changed = r53.change_cidr_collection(Id=made["Id"], CollectionVersion=1, Changes=[
        {"LocationName": "here", "Action": "PUT", "CidrList": ["10.1.0.0/16", "10.2.0.0/16"]}])
    assert r53.get_change(Id=changed["Id"])["ChangeInfo"]["Status"] == "INSYNC"
    refused("CidrCollectionVersionMismatchException", "version", 409, r53.change_cidr_collection,
            Id=made["Id"], CollectionVersion=7, Changes=[
                {"LocationName": "a", "Action": "PUT", "CidrList": ["10.9.0.0/16"]}])
    assert r53.list_cidr_collections()["CidrCollections"][0]["Version"] == 2
    assert r53.list_cidr_locations(CollectionId=made["Id"])["CidrLocations"] == [
        {"LocationName": "here"}]
    blocks = r53.list_cidr_blocks(CollectionId=made["Id"], LocationName="here", MaxResults="1")
    assert len(blocks["CidrBlocks"]) == 1 and blocks["NextToken"], blocks
    rest = r53.list_cidr_blocks(CollectionId=made["Id"], NextToken=blocks["NextToken"])
    assert [b["CidrBlock"] for b in rest["CidrBlocks"]] == ["10.2.0.0/16"], rest
    refused("CidrCollectionInUseException", "places", 400, r53.delete_cidr_collection,
            Id=made["Id"])
    r53.change_cidr_collection(Id=made["Id"], Changes=[
        {"LocationName": "here", "Action": "DELETE_IF_EXISTS",
         "CidrList": ["10.1.0.0/16", "10.2.0.0/16"]}])
    r53.delete_cidr_collection(Id=made["Id"])


def delegation_sets():
    made = r53.create_reusable_delegation_set(CallerReference="shared")
    assert made["ResponseMetadata"]["HTTPStatusCode"] == 201
    identifier = made["DelegationSet"]["Id"]
    zone = r53.create_hosted_zone(Name="shared.example", CallerReference="shared",
                                  DelegationSetId=identifier)
    assert zone["DelegationSet"]["NameServers"] == made["DelegationSet"]["NameServers"]
    found = r53.list_hosted_zones(DelegationSetId=identifier)["HostedZones"]
    assert [z["Name"] for z in found] == ["shared.example."]
    limit = r53.get_reusable_delegation_set_limit(
        DelegationSetId=identifier, Type="MAX_ZONES_BY_REUSABLE_DELEGATION_SET")
    assert limit["Count"] == 1, limit
    refused("DelegationSetInUse", "", 400, r53.delete_reusable_delegation_set, Id=identifier)
    r53.delete_hosted_zone(Id=zone["HostedZone"]["Id"])
    r53.delete_reusable_delegation_set(Id=identifier)
    assert r53.list_reusable_delegation_sets()["DelegationSets"] == []


def policies():
    zone = r53.create_hosted_zone(Name="ways.example", CallerReference="ways")
    zone = zone["HostedZone"]["Id"]
    sets = [
        record("w.ways.example.", "52.1.1.1", SetIdentifier="a", Weight=10),
        record("l.ways.example.", "52.1.1.1", SetIdentifier="a", Region="us-west-2"),
        record("g.ways.example.", "52.1.1.1", SetIdentifier="a",
               GeoLocation={"CountryCode": "US", "SubdivisionCode": "WA"}),
        record("m.ways.example.", "52.1.1.1", SetIdentifier="a", MultiValueAnswer=True),
        record("p.ways.example.", "52.1.1.1", SetIdentifier="a", GeoProximityLocation={
            "Coordinates": {"Latitude": "47.61", "Longitude": "-122.33"}, "Bias": 10}),
        {"Name": "\\052.ways.example.", "Type": "TXT", "TTL": 5,
         "ResourceRecords": [{"Value": '"a <b> & \'c\'"'}]},
        {"Name": "alias.ways.example.", "Type": "A", "AliasTarget": {
            "HostedZoneId": zone.split("/")[-1], "DNSName": "m.ways.example.",
            "EvaluateTargetHealth": True}},
    ]
    r53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={
        "Changes": [change("CREATE", s) for s in sets]})
    listed = r53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    for wanted in sets:
        assert wanted in listed, (wanted, listed)
    r53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={
        "Changes": [change("DELETE", s) for s in listed if s["Type"] not in ("NS", "SOA")]})
    r53.delete_hosted_zone(Id=zone)


def the_rest():
    assert r53.get_hosted_zone_count()["HostedZoneCount"] >= 0
    assert r53.get_health_check_count()["HealthCheckCount"] >= 0
    assert r53.get_account_limit(Type="MAX_HEALTH_CHECKS_BY_OWNER")["Limit"]["Value"] == 200
    places = r53.list_geo_locations(StartCountryCode="US", MaxItems="2")
    assert places["GeoLocationDetailsList"][0]["CountryName"] == "United States"
    assert places["IsTruncated"] and places["NextSubdivisionCode"], places
    assert r53.get_geo_location(ContinentCode="EU")["GeoLocationDetails"]["ContinentName"]
    refused("NoSuchGeoLocation", "support", 404, r53.get_geo_location, CountryCode="ZZ")
    assert r53.list_traffic_policies()["TrafficPolicySummaries"] == []
    assert r53.get_traffic_policy_instance_count()["TrafficPolicyInstanceCount"] == 0
    assert r53.list_query_logging_configs()["QueryLoggingConfigs"] == []
    assert len(café.ec2.describe_regions()["Regions"]) > 10
    zones = café.ec2.describe_availability_zones()["AvailabilityZones"]
    assert {"us-west-2a", "us-west-2b"} <= {z["ZoneName"] for z in zones}, zones
    assert café.ec2.describe_instance_status()["InstanceStatuses"]
    address = café.ec2.allocate_address(Domain="vpc")
    first = café.ec2.describe_instances(Filters=[
        {"Name": "tag:Name", "Values": ["CafeInstance2"]}])["Reservations"][0]["Instances"][0]
    café.ec2.associate_address(
        AllocationId=address["AllocationId"], InstanceId=first["InstanceId"])
    found = café.ec2.describe_addresses(AllocationIds=[address["AllocationId"]])["Addresses"][0]
    assert found["InstanceId"] == first["InstanceId"], found
    café.ec2.reboot_instances(InstanceIds=[first["InstanceId"]])


def metrics():
    check = r53.create_health_check(CallerReference="metric", HealthCheckConfig={
        "IPAddress": "52.10.1.9", "Port": 80, "Type": "TCP"})["HealthCheck"]["Id"]
    now = datetime.datetime.now(datetime.timezone.utc)
    stat = {"Metric": {"Namespace": "AWS/Route53", "MetricName": "HealthCheckStatus",
                       "Dimensions": [{"Name": "HealthCheckId", "Value": check}]},
            "Period": 60, "Stat": "Minimum"}
    results = café.cloudwatch.get_metric_data(
        MetricDataQueries=[{"Id": "m1", "MetricStat": stat}],
        StartTime=now - datetime.timedelta(hours=1), EndTime=now)["MetricDataResults"]
    assert results[0]["Id"] == "m1" and results[0]["StatusCode"] == "Complete", results
    statistics = café.cloudwatch.get_metric_statistics(
        Namespace="AWS/Route53", MetricName="HealthCheckStatus", Period=60,
        Dimensions=stat["Metric"]["Dimensions"], Statistics=["Minimum"],
        StartTime=now - datetime.timedelta(hours=1), EndTime=now)
    assert statistics["Label"] == "HealthCheckStatus", statistics
    sets = r53.list_tags_for_resources(ResourceType="healthcheck", ResourceIds=[check])
    assert sets["ResourceTagSets"][0]["ResourceId"] == check
    r53.update_health_check(HealthCheckId=check, Inverted=True, ResetElements=["Regions"])
    r53.delete_health_check(HealthCheckId=check)


private_zones()
collections()
delegation_sets()
policies()
the_rest()
metrics()
print("route53_more: every call was answered as Amazon answers it")
