provider "aws" {
  region = "us-east-1"
}

# Two HTTP APIs in one state: one for people of a pool that is here, one for services with AWS's signatures.
resource "aws_cognito_user_pool" "people" {
  name                     = "people"
  deletion_protection      = "ACTIVE"
  mfa_configuration        = "OPTIONAL"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  software_token_mfa_configuration {
    enabled = true
  }
  admin_create_user_config {
    allow_admin_create_user_only = true
  }
  password_policy {
    minimum_length    = 14
    require_lowercase = true
    require_numbers   = true
    require_symbols   = true
    require_uppercase = true
  }
}

resource "aws_cognito_user_pool_client" "web" {
  name                                 = "web"
  user_pool_id                         = aws_cognito_user_pool.people.id
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["openid", "email"]
  callback_urls                        = ["https://app.example.com/callback", "http://localhost:5173/callback"]
  supported_identity_providers         = ["COGNITO"]
  explicit_auth_flows                  = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
}

resource "aws_cognito_user_pool_domain" "people" {
  domain       = "quiet-people"
  user_pool_id = aws_cognito_user_pool.people.id
}

locals {
  apis = { people = ["https://app.example.com"], services = [] }
}

resource "aws_apigatewayv2_api" "all" {
  for_each      = local.apis
  name          = each.key
  protocol_type = "HTTP"
  dynamic "cors_configuration" {
    for_each = length(each.value) > 0 ? [each.value] : []
    content {
      allow_origins = cors_configuration.value
      allow_methods = ["GET"]
      allow_headers = ["Authorization"]
    }
  }
}

resource "aws_apigatewayv2_authorizer" "people" {
  api_id           = aws_apigatewayv2_api.all["people"].id
  name             = "people"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    audience = [aws_cognito_user_pool_client.web.id]
    issuer   = "https://${aws_cognito_user_pool.people.endpoint}"
  }
}

resource "aws_apigatewayv2_integration" "all" {
  for_each           = local.apis
  api_id             = aws_apigatewayv2_api.all[each.key].id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://backend.example.com/{proxy}"
}

resource "aws_apigatewayv2_route" "people" {
  api_id             = aws_apigatewayv2_api.all["people"].id
  route_key          = "GET /{proxy+}"
  target             = "integrations/${aws_apigatewayv2_integration.all["people"].id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.people.id
}

resource "aws_apigatewayv2_route" "services" {
  api_id             = aws_apigatewayv2_api.all["services"].id
  route_key          = "ANY /{proxy+}"
  target             = "integrations/${aws_apigatewayv2_integration.all["services"].id}"
  authorization_type = "AWS_IAM"
}

resource "aws_cloudwatch_log_group" "all" {
  for_each          = local.apis
  name              = "/api/${each.key}"
  retention_in_days = 30
}

resource "aws_apigatewayv2_stage" "all" {
  for_each    = local.apis
  api_id      = aws_apigatewayv2_api.all[each.key].id
  name        = "$default"
  auto_deploy = true
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.all[each.key].arn
    format          = jsonencode({ requestId = "$context.requestId", status = "$context.status", why = "$context.authorizer.error" })
  }
  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }
}
