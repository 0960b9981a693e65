"""Who signs with the right secret comes in, nobody else.

    python signing.py http://127.0.0.1:5380 ACCESS-KEY SECRET
"""
import sys

from clients import Café

endpoint, key, secret = sys.argv[1:]
right = Café(endpoint, key, secret)
print(right.route53.list_hosted_zones()["HostedZones"][0]["Name"])
print(len(right.ec2.describe_instances()["Reservations"]) > 0, right.sns.list_topics()["Topics"])
for other in (Café(endpoint, key, secret + "x"), Café(endpoint, key + "X", secret)):
    for call in (other.route53.list_hosted_zones, other.sns.list_topics):
        try:
            call()
        except other.sns.exceptions.ClientError as error:
            assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 403, error.response
            assert secret not in str(error), error
        else:
            raise AssertionError("a wrong signature was let in")
print("signing: only the right secret comes in")
