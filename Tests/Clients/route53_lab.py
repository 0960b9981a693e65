"""The lab's stack by boto3: a zone, a check, two failover records, an alarm, a topic.

    python route53_lab.py http://127.0.0.1:5380
"""
import sys

from clients import Café, change, record, refused, wait_for

café = Café(sys.argv[1])
r53 = café.route53


def instances():
    found = café.ec2.describe_instances()["Reservations"]
    return [instance for reservation in found for instance in reservation["Instances"]]


def build():
    primary, secondary = instances()[:2]
    zone = r53.create_hosted_zone(
        Name="lab.example", CallerReference="lab", HostedZoneConfig={"Comment": "The lab"})
    assert zone["ResponseMetadata"]["HTTPStatusCode"] == 201
    identifier = zone["HostedZone"]["Id"]
    assert zone["Location"].endswith(identifier), zone["Location"]
    assert zone["HostedZone"]["ResourceRecordSetCount"] == 2
    assert len(zone["DelegationSet"]["NameServers"]) == 4
    assert zone["ChangeInfo"]["Status"] == "PENDING"
    check = r53.create_health_check(CallerReference="lab", HealthCheckConfig={
        "IPAddress": primary["PublicIpAddress"], "Port": 80, "Type": "HTTP",
        "ResourcePath": "/cafe", "RequestInterval": 10, "FailureThreshold": 2,
    })["HealthCheck"]
    assert check["HealthCheckVersion"] == 1
    r53.change_tags_for_resource(
        ResourceType="healthcheck", ResourceId=check["Id"],
        AddTags=[{"Key": "Name", "Value": "Primary-Website-Health"}])
    answer = r53.change_resource_record_sets(HostedZoneId=identifier, ChangeBatch={
        "Comment": "Failover", "Changes": [
            change("CREATE", record(
                "www.lab.example", primary["PublicIpAddress"], SetIdentifier="FailoverPrimary",
                Failover="PRIMARY", HealthCheckId=check["Id"])),
            change("CREATE", record(
                "www.lab.example", secondary["PublicIpAddress"],
                SetIdentifier="FailoverSecondary", Failover="SECONDARY")),
        ]})
    assert answer["ChangeInfo"]["Status"] == "PENDING"
    assert answer["ChangeInfo"]["Comment"] == "Failover"
    topic = café.sns.create_topic(Name="Primary-Website-Health")["TopicArn"]
    assert topic == café.sns.create_topic(Name="Primary-Website-Health")["TopicArn"]
    subscription = café.sns.subscribe(
        TopicArn=topic, Protocol="email", Endpoint="sofia@cafe.example",
        ReturnSubscriptionArn=True)["SubscriptionArn"]
    known = café.sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    assert known[0]["SubscriptionArn"] == "PendingConfirmation", known
    # The café's token is the subscription's own id; Amazon's stands only in the mail.
    confirmed = café.sns.confirm_subscription(TopicArn=topic, Token=subscription.split(":")[-1])
    assert confirmed["SubscriptionArn"] == subscription
    assert café.sns.list_subscriptions()["Subscriptions"][0]["SubscriptionArn"] == subscription
    assert café.sns.publish(TopicArn=topic, Subject="Test", Message="Hello, café")["MessageId"]
    café.cloudwatch.put_metric_alarm(
        AlarmName="Primary-Website-Health", Namespace="AWS/Route53",
        MetricName="HealthCheckStatus", Statistic="Minimum", Period=60, EvaluationPeriods=1,
        Threshold=1.0, ComparisonOperator="LessThanThreshold", AlarmActions=[topic],
        Dimensions=[{"Name": "HealthCheckId", "Value": check["Id"]}])
    return identifier, check["Id"], topic, answer["ChangeInfo"]["Id"], primary, secondary


def read(zone, check, topic, submitted, primary, secondary):
    sets = r53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    assert [(s["Name"], s["Type"]) for s in sets] == [
        ("lab.example.", "NS"), ("lab.example.", "SOA"),
        ("www.lab.example.", "A"), ("www.lab.example.", "A")], sets
    assert sets[2] == {
        "Name": "www.lab.example.", "Type": "A", "SetIdentifier": "FailoverPrimary",
        "Failover": "PRIMARY", "TTL": 15, "HealthCheckId": check,
        "ResourceRecords": [{"Value": primary["PublicIpAddress"]}]}, sets[2]
    wait_for("INSYNC", lambda: r53.get_change(Id=submitted)["ChangeInfo"]["Status"] == "INSYNC")
    answer = r53.test_dns_answer(HostedZoneId=zone, RecordName="www.lab.example", RecordType="A")
    assert answer["RecordData"] == [primary["PublicIpAddress"]], answer
    assert answer["ResponseCode"] == "NOERROR" and answer["Protocol"] == "UDP"
    details = r53.get_hosted_zone(Id=zone)
    assert details["HostedZone"]["Config"] == {"Comment": "The lab", "PrivateZone": False}
    config = r53.get_health_check(HealthCheckId=check)["HealthCheck"]["HealthCheckConfig"]
    assert config["FailureThreshold"] == 2 and config["EnableSNI"] is False, config
    tags = r53.list_tags_for_resource(ResourceType="healthcheck", ResourceId=check)
    assert tags["ResourceTagSet"]["Tags"] == [{"Key": "Name", "Value": "Primary-Website-Health"}]
    seen = wait_for("observations", lambda: r53.get_health_check_status(
        HealthCheckId=check)["HealthCheckObservations"])
    assert seen[0]["StatusReport"]["Status"].startswith("Success"), seen[0]
    assert seen[0]["StatusReport"]["CheckedTime"].tzinfo is not None
    assert len(r53.get_checker_ip_ranges()["CheckerIpRanges"]) >= 8
    assert café.sns.list_topics()["Topics"] == [{"TopicArn": topic}]
    assert café.sns.get_topic_attributes(TopicArn=topic)["Attributes"]["TopicArn"] == topic
    alarm = café.cloudwatch.describe_alarms(AlarmNames=["Primary-Website-Health"])
    alarm = alarm["MetricAlarms"][0]
    assert alarm["Threshold"] == 1.0 and alarm["AlarmActions"] == [topic], alarm
    assert alarm["StateUpdatedTimestamp"].year >= 2026
    metrics = café.cloudwatch.list_metrics(Namespace="AWS/Route53")["Metrics"]
    assert {"HealthCheckStatus", "HealthCheckPercentageHealthy"} <= {
        metric["MetricName"] for metric in metrics}
    assert café.sts.get_caller_identity()["Account"] == "123456789012"
    assert r53.get_dnssec(HostedZoneId=zone)["Status"]["ServeSignature"] == "NOT_SIGNING"


def errors(zone, check):
    refused("NoSuchHostedZone", "^No hosted zone found with ID: Z0MISSING$", 404,
            r53.get_hosted_zone, Id="Z0MISSING")
    refused("HostedZoneAlreadyExists", "caller reference", 409, r53.create_hosted_zone,
            Name="lab.example", CallerReference="lab")
    refused("InvalidChangeBatch", r"^\[Tried to create resource record set \[name='www.lab.example.'"
            r", type='A', set-identifier='FailoverSecondary'\] but it already exists\]$", 400,
            r53.change_resource_record_sets, HostedZoneId=zone, ChangeBatch={"Changes": [
                change("CREATE", record("www.lab.example", "52.1.1.1", Failover="SECONDARY",
                                        SetIdentifier="FailoverSecondary"))]})
    refused("InvalidChangeBatch", "but it was not found", 400,
            r53.change_resource_record_sets, HostedZoneId=zone, ChangeBatch={"Changes": [
                change("DELETE", record("no.lab.example", "52.1.1.1"))]})
    refused("HostedZoneNotEmpty", "^The specified hosted zone contains non-required resource "
            "record sets  and so cannot be deleted.$", 400, r53.delete_hosted_zone, Id=zone)
    refused("NoSuchChange", "does not exist", 404, r53.get_change, Id="C0MISSING")
    refused("NoSuchHealthCheck", "does not exist", 404, r53.get_health_check,
            HealthCheckId="00000000-0000-4000-8000-000000000000")
    refused("HealthCheckVersionMismatch", "version", 409, r53.update_health_check,
            HealthCheckId=check, HealthCheckVersion=9, FailureThreshold=3)
    refused("InvalidInput", "forbidden", 400, r53.create_health_check, CallerReference="bad",
            HealthCheckConfig={"IPAddress": "203.0.113.10", "Port": 80, "Type": "TCP"})
    refused("InvalidInput", "StartRecordType|type", 400, r53.list_resource_record_sets,
            HostedZoneId=zone, StartRecordType="A")
    refused("NoSuchTrafficPolicy", "does not exist", 404, r53.get_traffic_policy,
            Id="00000000-0000-4000-8000-000000000000", Version=1)
    refused("DNSSECNotFound", "DNSSEC", 400, r53.disable_hosted_zone_dnssec, HostedZoneId=zone)
    refused("InvalidInstanceID.NotFound", "does not exist", 400, café.ec2.stop_instances,
            InstanceIds=["i-00000000000000000"])
    refused("DryRunOperation", "DryRun", 412, café.ec2.stop_instances,
            InstanceIds=[instances()[0]["InstanceId"]], DryRun=True)
    refused("NotFound", "Topic does not exist", 404, café.sns.publish,
            TopicArn="arn:aws:sns:us-east-1:123456789012:none", Message="x")
    refused("ResourceNotFound", "none", 404, café.cloudwatch.delete_alarms, AlarmNames=["none"])
    refused("InvalidAction", "invalid", 400, café.ec2.describe_key_pairs)


def pages(zone):
    r53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [
        change("UPSERT", record(f"h{number}.lab.example", "52.1.1.1")) for number in range(7)]})
    paginator = r53.get_paginator("list_resource_record_sets")
    found = [s["Name"] for page in paginator.paginate(
        HostedZoneId=zone, PaginationConfig={"PageSize": 2}) for s in page["ResourceRecordSets"]]
    assert len(found) == 11 and found[2:9] == [f"h{n}.lab.example." for n in range(7)], found
    for number in range(5):
        r53.create_hosted_zone(Name=f"z{number}.example", CallerReference=f"page {number}")
    paginator = r53.get_paginator("list_hosted_zones")
    pages = list(paginator.paginate(PaginationConfig={"PageSize": 2}))
    names = [z["Name"] for page in pages for z in page["HostedZones"]]
    assert names.count("z3.example.") == 1 and len(names) == len(set(names)), names
    by_name = r53.list_hosted_zones_by_name(DNSName="z2.example", MaxItems="2")
    assert [z["Name"] for z in by_name["HostedZones"]] == ["z2.example.", "z3.example."]
    assert by_name["NextDNSName"] == "z4.example." and by_name["IsTruncated"]
    for z in [z for page in pages for z in page["HostedZones"] if z["Name"][0] == "z"]:
        r53.delete_hosted_zone(Id=z["Id"])
    r53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [
        change("DELETE", record(f"h{number}.lab.example", "52.1.1.1")) for number in range(7)]})


def fail_over(zone, primary, secondary):
    stopped = café.ec2.stop_instances(InstanceIds=[primary["InstanceId"]])["StoppingInstances"][0]
    assert stopped["CurrentState"]["Name"] == "stopping"
    assert stopped["PreviousState"]["Name"] == "running"

    def answer():
        return r53.test_dns_answer(
            HostedZoneId=zone, RecordName="www.lab.example", RecordType="A")["RecordData"]

    wait_for("failover", lambda: answer() == [secondary["PublicIpAddress"]])


def destroy(zone, check, topic):
    café.cloudwatch.delete_alarms(AlarmNames=["Primary-Website-Health"])
    café.sns.delete_topic(TopicArn=topic)
    sets = r53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
    r53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [
        change("DELETE", s) for s in sets if s["Type"] not in ("NS", "SOA")]})
    r53.delete_health_check(HealthCheckId=check)
    assert r53.delete_hosted_zone(Id=zone)["ChangeInfo"]["Status"] == "PENDING"


stack = build()
read(*stack)
errors(stack[0], stack[1])
pages(stack[0])
fail_over(stack[0], stack[4], stack[5])
destroy(stack[0], stack[1], stack[2])
print("route53_lab: every call was answered as Amazon answers it")
