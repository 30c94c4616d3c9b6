provider "aws" {
  region = "us-east-1"
}

# An HTTP API for people with passwords, in front of a function that is there already.
variable "function" {
  type    = string
  default = "example"
}

data "aws_region" "here" {}

data "aws_caller_identity" "me" {}

resource "aws_cognito_user_pool" "example" {
  name = "example_user_pool"
}

resource "aws_cognito_user_pool_client" "example" {
  name                = "example_external_api"
  user_pool_id        = aws_cognito_user_pool.example.id
  explicit_auth_flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}

resource "aws_apigatewayv2_api" "example" {
  name          = "example_api"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_authorizer" "example" {
  api_id           = aws_apigatewayv2_api.example.id
  name             = "cognito-authorizer"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    audience = [aws_cognito_user_pool_client.example.id]
    issuer   = "https://${aws_cognito_user_pool.example.endpoint}"
  }
}

resource "aws_apigatewayv2_integration" "example" {
  api_id           = aws_apigatewayv2_api.example.id
  integration_type = "AWS_PROXY"
  connection_type  = "INTERNET"
  integration_uri  = "arn:aws:lambda:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:function:${var.function}"
}

resource "aws_apigatewayv2_route" "example" {
  api_id             = aws_apigatewayv2_api.example.id
  route_key          = "GET example"
  target             = "integrations/${aws_apigatewayv2_integration.example.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.example.id
}
