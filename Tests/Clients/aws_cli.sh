#!/usr/bin/env bash
# The lab by the AWS CLI alone:  aws_cli.sh http://127.0.0.1:5380
set -euo pipefail
export AWS_ENDPOINT_URL=$1 AWS_ACCESS_KEY_ID=${AWS_ACCESS_KEY_ID:-test}
export AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY:-test} AWS_DEFAULT_REGION=us-east-1
export AWS_PAGER= AWS_EC2_METADATA_DISABLED=true AWS_MAX_ATTEMPTS=1

# What a line prints must hold a text.
expect() {
  local text=$1
  shift
  local out
  out=$("$@" 2>&1) || true
  grep -qF -- "$text" <<<"$out" || {
    printf '%s\n  printed\n%s\n  without\n%s\n' "$*" "$out" "$text" >&2
    exit 1
  }
}

zone=$(aws route53 create-hosted-zone --name cli.example --caller-reference "cli $(date +%s%N)" \
  --query HostedZone.Id --output text)
instance=$(aws ec2 describe-instances --region us-west-2 \
  --filters Name=instance-state-name,Values=running \
  --query 'Reservations[0].Instances[0].InstanceId' --output text)
address=$(aws ec2 describe-instances --region us-west-2 --instance-ids "$instance" \
  --query 'Reservations[0].Instances[0].PublicIpAddress' --output text)
check=$(aws route53 create-health-check --caller-reference "cli $(date +%s%N)" --health-check-config \
  "Type=HTTP,IPAddress=$address,Port=80,ResourcePath=/cafe,RequestInterval=10,FailureThreshold=2" \
  --query HealthCheck.Id --output text)
set() {
  printf '{"Action":"CREATE","ResourceRecordSet":{"Name":"www.cli.example","Type":"A","TTL":15,
    "SetIdentifier":"%s","Failover":"%s",%s"ResourceRecords":[{"Value":"%s"}]}}' "$@"
}
change=$(aws route53 change-resource-record-sets --hosted-zone-id "$zone" --change-batch "{\"Changes\":[
  $(set FailoverPrimary PRIMARY "\"HealthCheckId\":\"$check\"," "$address"),
  $(set FailoverSecondary SECONDARY '' 52.10.1.9)]}" --query ChangeInfo.Id --output text)
for _ in {1..120}; do
  status=$(aws route53 get-change --id "$change" --query ChangeInfo.Status --output text)
  [ "$status" = PENDING ] || break
  sleep 0.5
done
[ "$status" = INSYNC ]
expect FailoverSecondary aws route53 list-resource-record-sets --hosted-zone-id "$zone"
expect "$address" aws route53 test-dns-answer --hosted-zone-id "$zone" \
  --record-name www.cli.example --record-type A
topic=$(aws sns create-topic --name cli --query TopicArn --output text)
mailbox=$(aws sns subscribe --topic-arn "$topic" --protocol email \
  --notification-endpoint sofia@cafe.example --query SubscriptionArn --output text)
aws cloudwatch put-metric-alarm --alarm-name cli --namespace AWS/Route53 \
  --metric-name HealthCheckStatus --statistic Minimum --period 60 --evaluation-periods 1 \
  --threshold 1 --comparison-operator LessThanThreshold --alarm-actions "$topic" \
  --dimensions "Name=HealthCheckId,Value=$check"
expect "\"AlarmName\": \"cli\"" aws cloudwatch describe-alarms --alarm-names cli
expect '"Name": "stopping"' aws ec2 stop-instances --region us-west-2 --instance-ids "$instance"
expect 'An error occurred (NoSuchHostedZone) when calling the GetHostedZone operation: No hosted zone found with ID: Z0NONE' \
  aws route53 get-hosted-zone --id Z0NONE
expect 'An error occurred (HostedZoneNotEmpty)' aws route53 delete-hosted-zone --id "$zone"
expect 'An error occurred (InvalidInstanceID.NotFound)' \
  aws ec2 start-instances --region us-west-2 --instance-ids i-00000000000000000
expect '123456789012' aws sts get-caller-identity
echo "aws_cli: every line was answered as Amazon answers it ($mailbox)"
