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

/* Policies and formats as text. */
variable "account" {
  default = "111122223333"
}

resource "aws_iam_role" "fn" {
  name               = "fn"
  assume_role_policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Principal": { "Service": ["lambda.amazonaws.com"] }, "Action": "sts:AssumeRole" }
  ]
}
EOF
}

resource "aws_iam_role_policy" "fn" {
  role   = aws_iam_role.fn.id
  policy = <<-EOF
    {
      "Version": "2012-10-17",
      "Statement": [
    %{for i, service in ["s3", "sqs"]~}
        { "Effect": "Allow", "Action": "${service}:*", "Resource": "*" },
    %{endfor~}
        { "Effect": "Allow", "Action": ["dynamodb:GetItem"], "Resource": "arn:aws:dynamodb:eu-west-1:${var.account}:table/a" }
      ]
    }
  EOF
}

resource "aws_apigatewayv2_api" "logs" {
  name          = "logs"
  protocol_type = "HTTP"
}

resource "aws_cloudwatch_log_group" "logs" {
  name = "/logs/prod"
}

resource "aws_apigatewayv2_stage" "logs" {
  api_id      = aws_apigatewayv2_api.logs.id
  name        = "$default"
  auto_deploy = true
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.logs.arn
    format          = replace(replace(<<-EOT
      {"requestId": "$context.requestId", "auth": "$request.header.Authorization",
       "status": "$context.status"}
    EOT
    , "\n", ""), "  ", "")
  }
}
