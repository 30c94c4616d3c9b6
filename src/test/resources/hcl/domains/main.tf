terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23, < 7"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

locals {
  zone  = "example.org"
  hosts = { api = "REGIONAL", legacy = "EDGE" }
}

resource "aws_route53_zone" "this" {
  name = local.zone
}

resource "aws_acm_certificate" "this" {
  for_each          = local.hosts
  domain_name       = "${each.key}.${local.zone}"
  validation_method = "DNS"
}

resource "aws_api_gateway_rest_api" "this" {
  name = "things"
}

resource "aws_api_gateway_domain_name" "this" {
  for_each                 = local.hosts
  domain_name              = aws_acm_certificate.this[each.key].domain_name
  certificate_arn          = each.value == "EDGE" ? aws_acm_certificate.this[each.key].arn : null
  regional_certificate_arn = each.value == "REGIONAL" ? aws_acm_certificate.this[each.key].arn : null
  endpoint_configuration {
    types = [each.value]
  }
}

resource "aws_api_gateway_base_path_mapping" "this" {
  for_each    = aws_api_gateway_domain_name.this
  api_id      = aws_api_gateway_rest_api.this.id
  stage_name  = "live"
  domain_name = each.value.domain_name
}

resource "aws_route53_record" "this" {
  for_each        = local.hosts
  zone_id         = aws_route53_zone.this.zone_id
  name            = "${each.key}.${local.zone}"
  type            = "A"
  allow_overwrite = true
  alias {
    name                   = each.value == "EDGE" ? aws_api_gateway_domain_name.this[each.key].cloudfront_domain_name : aws_api_gateway_domain_name.this[each.key].regional_domain_name
    zone_id                = each.value == "EDGE" ? aws_api_gateway_domain_name.this[each.key].cloudfront_zone_id : aws_api_gateway_domain_name.this[each.key].regional_zone_id
    evaluate_target_health = false
  }
}

resource "aws_route53_record" "old" {
  zone_id = aws_route53_zone.this.zone_id
  name    = "old.${local.zone}"
  type    = "CNAME"
  ttl     = 60
  records = ["${aws_api_gateway_rest_api.this.id}.execute-api.eu-west-1.amazonaws.com"]
}
