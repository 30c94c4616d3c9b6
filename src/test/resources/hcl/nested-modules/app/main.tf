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

provider "aws" {
  alias  = "edge"
  region = "us-east-1"
}

module "site" {
  source = "../site"
  host   = "api.shop.example.com"
  providers = {
    aws      = aws
    aws.edge = aws.edge
  }
}

output "host" {
  value = module.site.host
}
