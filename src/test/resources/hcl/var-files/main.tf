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

variable "name" { type = string }
variable "tables" {
  type = map(object({
    key     = string
    protect = optional(bool, false)
    ttl     = optional(string)
  }))
}
variable "minutes" { type = number }
variable "origins" { type = set(string) }
variable "labels" {
  type    = map(string)
  default = {}
}

resource "aws_dynamodb_table" "this" {
  for_each = var.tables

  name                        = "${var.name}-${each.key}"
  hash_key                    = each.value.key
  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = each.value.protect
  tags                        = var.labels

  attribute {
    name = each.value.key
    type = "S"
  }

  point_in_time_recovery {
    enabled = each.value.protect
  }

  dynamic "ttl" {
    for_each = each.value.ttl[*]
    content {
      attribute_name = ttl.value
      enabled        = true
    }
  }
}

resource "aws_cognito_user_pool" "this" {
  name = var.name
}

resource "aws_cognito_user_pool_client" "this" {
  name                  = var.name
  user_pool_id          = aws_cognito_user_pool.this.id
  access_token_validity = var.minutes
  explicit_auth_flows   = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  token_validity_units {
    access_token = "minutes"
  }
}

resource "aws_apigatewayv2_api" "this" {
  name          = var.name
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = var.origins
  }
}
