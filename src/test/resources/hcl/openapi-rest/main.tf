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
  paths = {
    for path, methods in {
      "/rides"      = { get = true, post = true }
      "/rides/{id}" = { get = true, delete = false }
      } : path => {
      for method, secured in methods : method => merge(
        {
          "x-amazon-apigateway-integration" = {
            type       = "http_proxy"
            httpMethod = upper(method)
            uri        = "https://rides.example.com${path}"
          }
        },
        secured ? { security = [{ pool = ["rides/read"] }] } : {},
      )
    }
  }
}

resource "aws_cognito_user_pool" "rides" {
  name                = "rides"
  deletion_protection = "ACTIVE"
  mfa_configuration   = "OFF"

  password_policy {
    minimum_length = 6
  }
}

resource "aws_api_gateway_rest_api" "rides" {
  name = "rides"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "Rides", version = "1" }
    paths   = local.paths
    components = {
      securitySchemes = {
        pool = {
          type                           = "apiKey"
          name                           = "Authorization"
          in                             = "header"
          "x-amazon-apigateway-authtype" = "cognito_user_pools"
          "x-amazon-apigateway-authorizer" = {
            type         = "cognito_user_pools"
            providerARNs = [aws_cognito_user_pool.rides.arn]
          }
        }
      }
    }
  })
}

resource "aws_api_gateway_deployment" "rides" {
  rest_api_id = aws_api_gateway_rest_api.rides.id
  triggers    = { body = sha1(aws_api_gateway_rest_api.rides.body) }
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "rides" {
  rest_api_id   = aws_api_gateway_rest_api.rides.id
  deployment_id = aws_api_gateway_deployment.rides.id
  stage_name    = "prod"
}
