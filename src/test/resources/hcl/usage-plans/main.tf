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

variable "plans" {
  type = map(object({ rate = number, burst = number, keys = list(string) }))
  default = {
    gold   = { rate = 100, burst = 200, keys = ["acme", "globex"] }
    bronze = { rate = 1, burst = 2, keys = [] }
  }
}

locals {
  keys = merge([for name, plan in var.plans : { for key in plan.keys : key => name }]...)
}

resource "aws_api_gateway_rest_api" "quotes" {
  name   = "quotes"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = "*" }]
  })
}

resource "aws_api_gateway_resource" "quotes" {
  rest_api_id = aws_api_gateway_rest_api.quotes.id
  parent_id   = aws_api_gateway_rest_api.quotes.root_resource_id
  path_part   = "{proxy+}"
}

resource "aws_api_gateway_method" "quotes" {
  for_each         = { ANY = true, OPTIONS = false }
  rest_api_id      = aws_api_gateway_rest_api.quotes.id
  resource_id      = aws_api_gateway_resource.quotes.id
  http_method      = each.key
  authorization    = "NONE"
  api_key_required = each.value
}

resource "aws_api_gateway_integration" "quotes" {
  rest_api_id             = aws_api_gateway_rest_api.quotes.id
  resource_id             = aws_api_gateway_resource.quotes.id
  http_method             = aws_api_gateway_method.quotes["ANY"].http_method
  integration_http_method = "GET"
  type                    = "HTTP_PROXY"
  uri                     = "https://quotes.example.com/{proxy}"
}

resource "aws_api_gateway_deployment" "quotes" {
  rest_api_id = aws_api_gateway_rest_api.quotes.id
  depends_on  = [aws_api_gateway_integration.quotes]
}

resource "aws_api_gateway_stage" "quotes" {
  rest_api_id   = aws_api_gateway_rest_api.quotes.id
  deployment_id = aws_api_gateway_deployment.quotes.id
  stage_name    = "v1"
}

resource "aws_api_gateway_usage_plan" "this" {
  for_each = var.plans
  name     = each.key
  api_stages {
    api_id = aws_api_gateway_rest_api.quotes.id
    stage  = aws_api_gateway_stage.quotes.stage_name
  }
  throttle_settings {
    rate_limit  = each.value.rate
    burst_limit = each.value.burst
  }
}

resource "aws_api_gateway_api_key" "this" {
  for_each = local.keys
  name     = each.key
}

resource "aws_api_gateway_usage_plan_key" "this" {
  for_each      = local.keys
  key_id        = aws_api_gateway_api_key.this[each.key].id
  key_type      = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.this[each.value].id
}
