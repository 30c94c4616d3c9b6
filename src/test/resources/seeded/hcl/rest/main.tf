terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

variable "firewall" {
  description = "Whether a web ACL stands before the API"
  type        = bool
  default     = true
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
