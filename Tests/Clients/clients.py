"""What the scenarios share: clients of one endpoint, and how an error is expected."""
import re
import time

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

REGION = "us-west-2"
HOME = "us-east-1"


class Café:
    """Clients of every service behind one endpoint."""

    def __init__(self, endpoint, key="test", secret="test"):
        self.endpoint = endpoint
        session = boto3.session.Session(aws_access_key_id=key, aws_secret_access_key=secret)
        config = Config(retries={"max_attempts": 1}, parameter_validation=True)

        def client(name, region):
            return session.client(name, endpoint_url=endpoint, region_name=region, config=config)

        self.route53 = client("route53", HOME)
        self.ec2 = client("ec2", REGION)
        self.sns = client("sns", HOME)
        self.cloudwatch = client("cloudwatch", HOME)
        self.sts = client("sts", HOME)


def refused(code, pattern, status, call, **arguments):
    """Makes a call that must be refused with this code, text and HTTP status."""
    try:
        call(**arguments)
    except ClientError as error:
        found = error.response["Error"]
        got = error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert found["Code"] == code, f"{found['Code']} instead of {code}: {found['Message']}"
        assert re.search(pattern, found["Message"]), found["Message"]
        assert got == status, f"{code}: HTTP {got} instead of {status}"
        return
    raise AssertionError(f"{call.__name__} was not refused with {code}")


def wait_for(what, condition, seconds=120):
    """Asks again until a condition holds; returns what it gave."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.2)
    raise AssertionError(f"{what}: not within {seconds} s")


def record(name, value, **more):
    """An A record set."""
    return {"Name": name, "Type": "A", "TTL": 15, "ResourceRecords": [{"Value": value}], **more}


def change(action, record_set):
    return {"Action": action, "ResourceRecordSet": record_set}
