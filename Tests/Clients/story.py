"""The whole story over sockets: built by boto3, seen by dig and curl, a server stopped by the AWS CLI.

    python story.py http://127.0.0.1:5380 127.0.0.1:5300 127.0.0.1:8080 60

The last word is how many times faster than the wall clock the café's time passes. Prints one line
of JSON: what was seen before and after, and how many seconds of the café's time lay between.
"""
import json
import os
import re
import subprocess
import sys
import time

from clients import Café, change, record, wait_for

endpoint, dns, web, speed = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
café = Café(endpoint)
r53 = café.route53
NAME = "www.cafe.example"
# From a stopped server to the last checker's second failure: an interval and a time-out, twice;
# then the verdict goes to the name servers.
PREDICTED = 2 * (10 + 4) + 5


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def dig():
    server, port = dns.rsplit(":", 1)
    return run("dig", f"@{server}", "-p", port, "+short", "+tries=1", "+time=2", NAME).split()


def curl():
    page = run("curl", "-sS", "--max-time", "10", "--connect-to", f"::{web}", f"http://{NAME}/cafe/")
    return re.search(r"<dt>Availability Zone</dt><dd>([^<]*)</dd>", page).group(1)


def instance(name):
    found = café.ec2.describe_instances(Filters=[{"Name": "tag:Name", "Values": [name]}])
    return found["Reservations"][0]["Instances"][0]


def build(primary, secondary):
    zone = r53.list_hosted_zones_by_name(DNSName="cafe.example")["HostedZones"][0]["Id"]
    check = r53.create_health_check(CallerReference="story", HealthCheckConfig={
        "IPAddress": primary, "Port": 80, "Type": "HTTP", "ResourcePath": "/cafe",
        "RequestInterval": 10, "FailureThreshold": 2})["HealthCheck"]["Id"]
    topic = café.sns.create_topic(Name="Primary-Website-Health")["TopicArn"]
    subscription = café.sns.subscribe(
        TopicArn=topic, Protocol="email", Endpoint="sofia@cafe.example",
        ReturnSubscriptionArn=True)["SubscriptionArn"]
    café.sns.confirm_subscription(TopicArn=topic, Token=subscription.split(":")[-1])
    café.cloudwatch.put_metric_alarm(
        AlarmName="Primary-Website-Health", Namespace="AWS/Route53",
        MetricName="HealthCheckStatus", Statistic="Minimum", Period=60, EvaluationPeriods=1,
        Threshold=1, ComparisonOperator="LessThanThreshold", AlarmActions=[topic],
        Dimensions=[{"Name": "HealthCheckId", "Value": check}])
    submitted = r53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [
        change("CREATE", record(NAME, primary, SetIdentifier="FailoverPrimary",
                                Failover="PRIMARY", HealthCheckId=check)),
        change("CREATE", record(NAME, secondary, SetIdentifier="FailoverSecondary",
                                Failover="SECONDARY")),
    ]})["ChangeInfo"]["Id"]
    wait_for("INSYNC", lambda: r53.get_change(Id=submitted)["ChangeInfo"]["Status"] == "INSYNC")
    return check


def alarm():
    return café.cloudwatch.describe_alarms(
        AlarmNames=["Primary-Website-Health"])["MetricAlarms"][0]["StateValue"]


def main():
    first, second = instance("CafeInstance1"), instance("CafeInstance2")
    addresses = [each["PublicIpAddress"] for each in (first, second)]
    check = build(*addresses)
    wait_for("the alarm's first data", lambda: alarm() == "OK")
    before = {"dig": dig(), "curl": curl()}
    assert before["dig"] == [addresses[0]], before
    aws = os.path.join(os.path.dirname(sys.executable), "aws")
    environment = {
        **os.environ, "AWS_ENDPOINT_URL": endpoint, "AWS_DEFAULT_REGION": "us-west-2",
        "AWS_ACCESS_KEY_ID": "cafe", "AWS_SECRET_ACCESS_KEY": "cafe", "AWS_PAGER": ""}
    subprocess.run([aws, "ec2", "stop-instances", "--instance-ids", first["InstanceId"]],
                   check=True, capture_output=True, env=environment)
    stopped = time.monotonic()
    wait_for("the other address", lambda: dig() == [addresses[1]], seconds=PREDICTED / speed + 5)
    seen = (time.monotonic() - stopped) * speed
    after = {"dig": dig(), "curl": curl()}
    statuses = [each["StatusReport"]["Status"] for each in
                r53.get_health_check_status(HealthCheckId=check)["HealthCheckObservations"]]
    wait_for("the alarm", lambda: alarm() == "ALARM")
    print(json.dumps({"before": before, "after": after, "seconds": round(seen),
                      "predicted": PREDICTED, "failed": sum("Failure" in s for s in statuses)}))


main()
