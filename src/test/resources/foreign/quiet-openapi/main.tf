provider "aws" {
  region = "eu-west-1"
}

# An HTTP API from an OpenAPI document; the issuer is not Cognito.
resource "aws_apigatewayv2_api" "doc" {
  name          = "doc"
  protocol_type = "HTTP"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "doc", version = "1" }
    paths = {
      "/pets" = {
        get = {
          security                         = [{ login = ["read:pets"] }]
          "x-amazon-apigateway-integration" = { type = "http_proxy", httpMethod = "GET", uri = "https://backend.example.com/pets", payloadFormatVersion = "1.0" }
        }
      }
    }
    components = {
      securitySchemes = {
        login = {
          type             = "openIdConnect"
          openIdConnectUrl = "https://login.example.com/.well-known/openid-configuration"
          "x-amazon-apigateway-authorizer" = {
            type             = "jwt"
            identitySource   = "$request.header.Authorization"
            jwtConfiguration = { issuer = "https://login.example.com/", audience = ["https://api.example.com"] }
          }
        }
      }
    }
  })
}

resource "aws_cloudwatch_log_group" "doc" {
  name              = "/api/doc"
  retention_in_days = 30
}

resource "aws_apigatewayv2_stage" "doc" {
  api_id      = aws_apigatewayv2_api.doc.id
  name        = "$default"
  auto_deploy = true
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.doc.arn
    format          = jsonencode({ requestId = "$context.requestId", status = "$context.status", why = "$context.authorizer.error" })
  }
  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }
}
