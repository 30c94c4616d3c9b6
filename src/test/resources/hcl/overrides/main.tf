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

variable "stage" {
  default = "test"
}

resource "aws_cognito_user_pool" "users" {
  name                = "users-${var.stage}"
  deletion_protection = "ACTIVE"

  password_policy {
    minimum_length    = 14
    require_lowercase = true
    require_uppercase = true
    require_numbers   = true
    require_symbols   = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_apigatewayv2_api" "notes" {
  name          = "notes-${var.stage}"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://notes.example.com"]
  }
}

resource "aws_apigatewayv2_stage" "notes" {
  api_id      = aws_apigatewayv2_api.notes.id
  name        = "$default"
  auto_deploy = true

  route_settings {
    route_key              = "GET /notes"
    throttling_rate_limit  = 10
    throttling_burst_limit = 10
  }
}

resource "aws_apigatewayv2_integration" "notes" {
  api_id             = aws_apigatewayv2_api.notes.id
  integration_type   = "HTTP_PROXY"
  integration_method = "GET"
  integration_uri    = "https://notes.example.com"
}

resource "aws_apigatewayv2_route" "notes" {
  api_id             = aws_apigatewayv2_api.notes.id
  route_key          = "GET /notes"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.notes.id}"
}
