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

variable "cors" {
  type = list(object({
    origins     = list(string)
    credentials = bool
  }))
  default = [{ origins = ["https://shop.example.com", "*"], credentials = false }]
}

variable "limits" {
  default = {
    "GET /items"  = { rate = 50, burst = 20 }
    "POST /items" = { rate = 5, burst = 2 }
  }
}

variable "log_format" {
  type    = string
  default = "{\"id\":\"$context.requestId\",\"token\":\"$context.authorizer.claims\"}"
}

resource "aws_apigatewayv2_api" "items" {
  name          = "items"
  protocol_type = "HTTP"

  dynamic "cors_configuration" {
    for_each = var.cors
    iterator = rule
    content {
      allow_origins     = rule.value.origins
      allow_methods     = ["GET", "POST"]
      allow_credentials = rule.value.credentials
      max_age           = 600 * (rule.key + 1)
    }
  }
}

resource "aws_apigatewayv2_integration" "items" {
  api_id             = aws_apigatewayv2_api.items.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://items.example.com"
}

resource "aws_apigatewayv2_route" "items" {
  for_each  = var.limits
  api_id    = aws_apigatewayv2_api.items.id
  route_key = each.key
  target    = "integrations/${aws_apigatewayv2_integration.items.id}"
}

resource "aws_cloudwatch_log_group" "items" {
  name              = "/items"
  retention_in_days = 30
}

resource "aws_apigatewayv2_stage" "items" {
  api_id      = aws_apigatewayv2_api.items.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }

  dynamic "route_settings" {
    for_each = var.limits
    content {
      route_key              = route_settings.key
      throttling_rate_limit  = route_settings.value.rate
      throttling_burst_limit = route_settings.value["burst"]
    }
  }

  dynamic "access_log_settings" {
    for_each = var.log_format == "" ? [] : [var.log_format]
    content {
      destination_arn = aws_cloudwatch_log_group.items.arn
      format          = access_log_settings.value
    }
  }
}
