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

variable "api_key" {
  type      = string
  sensitive = true
  default   = "s3cr3t-value-0123456789"
}

variable "parameters" {
  default = {
    "/shop/url"      = { value = "https://shop.example.com", secret = false }
    "/shop/password" = { value = "hunter2-hunter2-hunter2", secret = false }
    "/shop/token"    = { value = "tok-abcdefgh", secret = true }
  }
}

resource "aws_ssm_parameter" "this" {
  for_each = var.parameters
  name     = each.key
  type     = each.value.secret ? "SecureString" : "String"
  value    = each.value.value
}

resource "aws_iam_role" "this" {
  name               = "shop"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}

resource "aws_cognito_user_pool" "this" {
  name = "shop"
}

resource "aws_cognito_user_pool_client" "this" {
  name            = "shop"
  user_pool_id    = aws_cognito_user_pool.this.id
  generate_secret = true
}

resource "aws_lambda_function" "this" {
  function_name = "shop"
  role          = aws_iam_role.this.arn
  runtime       = "python3.12"
  handler       = "app.handler"
  filename      = "shop.zip"
  environment {
    variables = merge(
      { CLIENT_SECRET = aws_cognito_user_pool_client.this.client_secret },
      { API_KEY = var.api_key },
    )
  }
}

resource "aws_cognito_user" "root" {
  user_pool_id       = aws_cognito_user_pool.this.id
  username           = "root"
  temporary_password = "Start-1234"
}

output "client_secret" {
  value     = aws_cognito_user_pool_client.this.client_secret
  sensitive = true
}
