# The lab's stack: a hosted zone, a health check, two failover records.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "endpoint" {
  type    = string
  default = "http://127.0.0.1:5380"
}

variable "ttl" {
  type    = number
  default = 15
}

provider "aws" {
  region                      = "us-east-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  endpoints {
    route53 = var.endpoint
    ec2     = var.endpoint
    sts     = var.endpoint
  }
}

resource "aws_route53_zone" "cafe" {
  name          = "terraform.example"
  force_destroy = true
  tags          = { Course = "failover" }
}

resource "aws_route53_health_check" "primary" {
  ip_address        = "52.10.1.1"
  port              = 80
  type              = "HTTP"
  resource_path     = "/cafe"
  request_interval  = 10
  failure_threshold = 2
  tags              = { Name = "Primary-Website-Health" }
}

resource "aws_route53_record" "primary" {
  zone_id         = aws_route53_zone.cafe.zone_id
  name            = "www"
  type            = "A"
  ttl             = var.ttl
  records         = ["52.10.1.1"]
  set_identifier  = "FailoverPrimary"
  health_check_id = aws_route53_health_check.primary.id
  failover_routing_policy {
    type = "PRIMARY"
  }
}

resource "aws_route53_record" "secondary" {
  zone_id        = aws_route53_zone.cafe.zone_id
  name           = "www"
  type           = "A"
  ttl            = var.ttl
  records        = ["52.10.1.2"]
  set_identifier = "FailoverSecondary"
  failover_routing_policy {
    type = "SECONDARY"
  }
}
