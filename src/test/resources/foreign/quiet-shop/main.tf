provider "aws" {
  region = "us-east-1"
}

# An HTTP API whose routes are made by for_each, a function in a module, and a domain of its own.
locals {
  name = "shop"
  routes = {
    "GET /goods"         = ["shop/browse"]
    "POST /goods"        = ["shop/stock"]
    "GET /goods/{id}"    = ["shop/browse"]
    "DELETE /goods/{id}" = ["shop/stock", "shop/manage"]
  }
  scopes = { browse = "See goods", stock = "Change goods", manage = "Manage the shop" }
}

resource "aws_cognito_user_pool" "people" {
  name                     = "${local.name}-people"
  deletion_protection      = "ACTIVE"
  mfa_configuration        = "ON"
  auto_verified_attributes = ["email"]
  username_attributes      = ["email"]
  password_policy {
    minimum_length                   = 14
    require_lowercase                = true
    require_numbers                  = true
    require_symbols                  = true
    require_uppercase                = true
    temporary_password_validity_days = 3
  }
  admin_create_user_config {
    allow_admin_create_user_only = true
  }
  software_token_mfa_configuration {
    enabled = true
  }
  dynamic "schema" {
    for_each = toset(["branch", "plan"])
    content {
      name                     = schema.value
      attribute_data_type      = "String"
      mutable                  = true
      required                 = false
      developer_only_attribute = false
      string_attribute_constraints {
        min_length = "0"
        max_length = "64"
      }
    }
  }
  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [schema]
  }
}

resource "aws_cognito_resource_server" "shop" {
  identifier   = "shop"
  name         = "shop"
  user_pool_id = aws_cognito_user_pool.people.id
  dynamic "scope" {
    for_each = local.scopes
    content {
      scope_name        = scope.key
      scope_description = scope.value
    }
  }
}

resource "aws_cognito_user_pool_domain" "people" {
  domain       = "quiet-shop"
  user_pool_id = aws_cognito_user_pool.people.id
}

resource "aws_cognito_user_pool_client" "web" {
  name                                 = "web"
  user_pool_id                         = aws_cognito_user_pool.people.id
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = concat(["openid", "email"], [for s in ["browse", "stock"] : "${aws_cognito_resource_server.shop.identifier}/${s}"])
  callback_urls                        = ["https://shop.example.com/callback"]
  logout_urls                          = ["https://shop.example.com/bye"]
  supported_identity_providers         = ["COGNITO"]
  explicit_auth_flows                  = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true
  access_token_validity                = 30
  id_token_validity                    = 30
  refresh_token_validity               = 7
  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

resource "aws_cognito_user_pool_client" "machine" {
  name                                 = "machine"
  user_pool_id                         = aws_cognito_user_pool.people.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = ["${aws_cognito_resource_server.shop.identifier}/manage"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true
  access_token_validity                = 15
  refresh_token_validity               = 1
  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "days"
  }
}

resource "aws_apigatewayv2_api" "shop" {
  name                         = local.name
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = true
  cors_configuration {
    allow_origins = ["https://shop.example.com"]
    allow_methods = ["GET", "POST", "DELETE"]
    allow_headers = ["authorization", "content-type"]
    max_age       = 600
  }
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.shop.id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    issuer   = "https://${aws_cognito_user_pool.people.endpoint}"
    audience = [aws_cognito_user_pool_client.web.id, aws_cognito_user_pool_client.machine.id]
  }
}

resource "aws_apigatewayv2_integration" "worker" {
  api_id                 = aws_apigatewayv2_api.shop.id
  integration_type       = "AWS_PROXY"
  integration_uri        = module.worker.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "shop" {
  for_each             = local.routes
  api_id               = aws_apigatewayv2_api.shop.id
  route_key            = each.key
  target               = "integrations/${aws_apigatewayv2_integration.worker.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.jwt.id
  authorization_scopes = each.value
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/shop/access"
  retention_in_days = 90
}

resource "aws_apigatewayv2_stage" "shop" {
  api_id      = aws_apigatewayv2_api.shop.id
  name        = "$default"
  auto_deploy = true
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = jsonencode({ requestId = "$context.requestId", status = "$context.status", route = "$context.routeKey", why = "$context.authorizer.error" })
  }
  default_route_settings {
    throttling_burst_limit = 50
    throttling_rate_limit  = 100
  }
}

resource "aws_dynamodb_table" "goods" {
  name                        = "shop-goods"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true
  attribute {
    name = "id"
    type = "S"
  }
  point_in_time_recovery {
    enabled = true
  }
  server_side_encryption {
    enabled = true
  }
}

module "worker" {
  source        = "./modules/worker"
  name          = "shop-worker"
  table_arn     = aws_dynamodb_table.goods.arn
  execution_arn = aws_apigatewayv2_api.shop.execution_arn
  paths         = [for route in keys(local.routes) : "$default/${replace(route, " ", "")}"]
}

data "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_acm_certificate" "shop" {
  domain_name       = "goods.example.com"
  validation_method = "DNS"
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "validation" {
  for_each = { for option in aws_acm_certificate.shop.domain_validation_options : option.domain_name => option }
  zone_id  = data.aws_route53_zone.main.zone_id
  name     = each.value.resource_record_name
  type     = each.value.resource_record_type
  records  = [each.value.resource_record_value]
  ttl      = 60
}

resource "aws_acm_certificate_validation" "shop" {
  certificate_arn         = aws_acm_certificate.shop.arn
  validation_record_fqdns = [for record in aws_route53_record.validation : record.fqdn]
}

resource "aws_apigatewayv2_domain_name" "shop" {
  domain_name = "goods.example.com"
  domain_name_configuration {
    certificate_arn = aws_acm_certificate_validation.shop.certificate_arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "shop" {
  api_id      = aws_apigatewayv2_api.shop.id
  stage       = aws_apigatewayv2_stage.shop.id
  domain_name = aws_apigatewayv2_domain_name.shop.id
}

resource "aws_route53_record" "shop" {
  zone_id = data.aws_route53_zone.main.zone_id
  name    = "goods.example.com"
  type    = "A"
  alias {
    name                   = aws_apigatewayv2_domain_name.shop.domain_name_configuration[0].target_domain_name
    zone_id                = aws_apigatewayv2_domain_name.shop.domain_name_configuration[0].hosted_zone_id
    evaluate_target_health = false
  }
}
