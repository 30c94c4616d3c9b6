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

variable "clients" {
  type = map(object({
    flows     = optional(set(string), ["client_credentials"])
    scopes    = optional(list(string), [])
    secret    = optional(bool, true)
    callbacks = optional(list(string))
    access    = optional(number, 60)
    unit      = optional(string, "minutes")
  }))
  default = {
    nightly = { scopes = ["library/read"], secret = false }
    portal  = { flows = ["code", "implicit"], scopes = ["openid"], callbacks = ["https://portal.example.com/*"], access = 20, unit = "hours" }
    reports = { scopes = ["library/report"] }
  }
}

locals {
  scopes = { read = "Look things up", lend = "Lend things" }
}

resource "aws_cognito_user_pool" "library" {
  name                     = "library"
  auto_verified_attributes = ["email"]

  admin_create_user_config {
    allow_admin_create_user_only = false
  }

  dynamic "schema" {
    for_each = ["card", "branch"]
    content {
      name                = schema.value
      attribute_data_type = "String"
      mutable             = true
      string_attribute_constraints {
        min_length = 0
        max_length = 64
      }
    }
  }
}

resource "aws_cognito_resource_server" "library" {
  identifier   = "library"
  name         = "Library"
  user_pool_id = aws_cognito_user_pool.library.id

  dynamic "scope" {
    for_each = local.scopes
    content {
      scope_name        = scope.key
      scope_description = scope.value
    }
  }
}

resource "aws_cognito_user_pool_domain" "library" {
  domain       = "library-${substr(sha256("library"), 0, 6)}"
  user_pool_id = aws_cognito_user_pool.library.id
}

resource "aws_cognito_user_pool_client" "this" {
  for_each = var.clients

  name                                 = each.key
  user_pool_id                         = aws_cognito_user_pool.library.id
  generate_secret                      = each.value.secret
  allowed_oauth_flows                  = each.value.flows
  allowed_oauth_scopes                 = each.value.scopes
  allowed_oauth_flows_user_pool_client = true
  callback_urls                        = each.value.callbacks
  access_token_validity                = each.value.access
  prevent_user_existence_errors        = lookup({ portal = "LEGACY" }, each.key, "ENABLED")

  token_validity_units {
    access_token = each.value.unit
  }

  depends_on = [aws_cognito_resource_server.library]
}

output "secret" {
  value     = aws_cognito_user_pool_client.this["nightly"].client_secret
  sensitive = true
}
