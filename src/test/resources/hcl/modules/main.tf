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

variable "apis" {
  default = {
    "public"  = { open = true, methods = ["GET"] }
    "partner" = { open = false, methods = ["GET", "POST"] }
  }
}

module "identity" {
  source = "./modules/identity"
  name   = "fleet"
  clients = {
    web   = ["openid", "fleet/read"]
    batch = ["fleet/write"]
  }
}

module "api" {
  source   = "./modules/api"
  for_each = var.apis

  name      = "fleet-${each.key}"
  methods   = each.value.methods
  open      = each.value.open
  issuer    = module.identity.issuer
  audience  = values(module.identity.client_ids)
  log_group = one(aws_cloudwatch_log_group.api[*].arn)
}

resource "aws_cloudwatch_log_group" "api" {
  count = 1
  name  = "/apis/fleet"
}

output "endpoints" {
  value = { for name, api in module.api : name => api.endpoint }
}

output "web_secret" {
  value = module.identity.secrets["web"]
  sensitive = true
}
