terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

locals {
  name  = "library"
  hosts = { api = "library.example.com" }
}

resource "aws_route53_zone" "example" {
  name = "example.com"
}

module "domain" {
  source = "./domain"

  host    = local.hosts.api
  zone_id = aws_route53_zone.example.zone_id
}
