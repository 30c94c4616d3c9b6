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

locals {
  authorizers = {
    keys    = { type = "REQUEST", ttl = 600, sources = ["$request.header.X-Key"] }
    signed  = { type = "REQUEST", ttl = 0, sources = [] }
  }
  account = "111122223333"
}

resource "aws_apigatewayv2_api" "hooks" {
  name          = "hooks"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_authorizer" "this" {
  for_each = local.authorizers

  api_id                            = aws_apigatewayv2_api.hooks.id
  name                              = each.key
  authorizer_type                   = each.value.type
  authorizer_uri                    = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:${local.account}:function:${each.key}/invocations"
  authorizer_payload_format_version = "2.0"
  authorizer_result_ttl_in_seconds  = each.value.ttl
  identity_sources                  = each.value.sources
  enable_simple_responses           = true
}

resource "aws_apigatewayv2_integration" "hooks" {
  api_id             = aws_apigatewayv2_api.hooks.id
  integration_type   = "HTTP_PROXY"
  integration_method = "POST"
  integration_uri    = "https://hooks.example.com"
}

resource "aws_apigatewayv2_route" "hooks" {
  for_each           = toset(["POST /in", "POST /in/"])
  api_id             = aws_apigatewayv2_api.hooks.id
  route_key          = each.key
  target             = format("integrations/%s", aws_apigatewayv2_integration.hooks.id)
  authorization_type = "CUSTOM"
  authorizer_id      = aws_apigatewayv2_authorizer.this["keys"].id
}

resource "aws_apigatewayv2_stage" "hooks" {
  api_id        = aws_apigatewayv2_api.hooks.id
  name          = "live"
  deployment_id = null
  auto_deploy   = false
}

resource "aws_lambda_permission" "hooks" {
  for_each      = local.authorizers
  action        = "lambda:InvokeFunction"
  function_name = "arn:aws:lambda:eu-west-1:${local.account}:function:${each.key}"
  principal     = "apigateway.amazonaws.com"
  source_arn    = each.value.ttl > 0 ? "arn:aws:execute-api:eu-west-1:${local.account}:*/*/*" : "${aws_apigatewayv2_api.hooks.execution_arn}/authorizers/*"
}
