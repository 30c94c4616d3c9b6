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
  methods = ["GET", "POST"]
  paths   = ["stock", "price"]
  pairs   = { for pair in setproduct(local.methods, local.paths) : "${lower(pair[0])}-${pair[1]}" => { method = pair[0], path = pair[1] } }
  by_path = { for key, pair in local.pairs : pair.path => pair.method... }
}

resource "aws_api_gateway_rest_api" "market" {
  name        = "market"
  description = join("; ", [for path, methods in local.by_path : "${path}: ${join("/", methods)}"])
}

resource "aws_api_gateway_resource" "market" {
  for_each    = local.by_path
  rest_api_id = aws_api_gateway_rest_api.market.id
  parent_id   = aws_api_gateway_rest_api.market.root_resource_id
  path_part   = each.key
}

resource "aws_api_gateway_method" "market" {
  for_each         = local.pairs
  rest_api_id      = aws_api_gateway_rest_api.market.id
  resource_id      = aws_api_gateway_resource.market[each.value.path].id
  http_method      = each.value.method
  authorization    = each.value.method == "GET" ? "NONE" : "AWS_IAM"
  api_key_required = each.value.method == "GET"
}

resource "aws_api_gateway_integration" "market" {
  for_each    = local.pairs
  rest_api_id = aws_api_gateway_rest_api.market.id
  resource_id = aws_api_gateway_method.market[each.key].resource_id
  http_method = aws_api_gateway_method.market[each.key].http_method
  type        = "MOCK"
}

resource "aws_api_gateway_deployment" "market" {
  rest_api_id = aws_api_gateway_rest_api.market.id
  triggers    = { at = timestamp() }
  depends_on  = [aws_api_gateway_integration.market]
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "market" {
  for_each      = toset(["blue", "green"])
  rest_api_id   = aws_api_gateway_rest_api.market.id
  deployment_id = aws_api_gateway_deployment.market.id
  stage_name    = each.value
}

resource "aws_api_gateway_method_settings" "market" {
  for_each    = aws_api_gateway_stage.market
  rest_api_id = aws_api_gateway_rest_api.market.id
  stage_name  = each.value.stage_name
  method_path = "*/*"
  settings {
    data_trace_enabled     = each.key == "blue"
    logging_level          = "INFO"
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }
}
