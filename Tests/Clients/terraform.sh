#!/usr/bin/env bash
# The lab's stack by Terraform: applied, planned empty, changed in place, imported, destroyed.
#   terraform.sh http://127.0.0.1:5380
# Prints a word and succeeds where there is no Terraform, or no provider for it.
set -euo pipefail
command -v terraform >/dev/null || { echo "terraform: skipped, it is not here"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$(dirname "$0")"/terraform/*.tf "$work"
cd "$work"
export TF_VAR_endpoint=$1 TF_IN_AUTOMATION=1 CHECKPOINT_DISABLE=1
terraform init -input=false >init.log 2>&1 || {
  echo "terraform: skipped, its AWS provider is not to be had"
  exit 0
}
terraform apply -auto-approve -input=false
terraform plan -detailed-exitcode -input=false
terraform apply -auto-approve -input=false -var ttl=30
terraform plan -detailed-exitcode -input=false -var ttl=30
zone=$(terraform state show -no-color aws_route53_zone.cafe | sed -n 's/^ *zone_id *= "\(.*\)"/\1/p')
terraform state rm aws_route53_record.secondary
terraform import -input=false -var ttl=30 aws_route53_record.secondary \
  "${zone}_www.terraform.example_A_FailoverSecondary"
terraform plan -detailed-exitcode -input=false -var ttl=30
terraform destroy -auto-approve -input=false -var ttl=30
echo "terraform: applied, planned empty, changed, imported, destroyed"
