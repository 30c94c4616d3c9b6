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

variable "with_pool" {
  type    = bool
  default = true
}
variable "with_table" {
  default = false
}
variable "functions" {
  default = ["fetch", "store"]
}

resource "aws_cognito_user_pool" "this" {
  count = var.with_pool ? 1 : 0
  name  = "things"
}

resource "aws_dynamodb_table" "this" {
  count        = var.with_table ? 1 : 0
  name         = "things"
  hash_key     = "id"
  billing_mode = "PAY_PER_REQUEST"
  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_iam_role" "this" {
  name = "things"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "this" {
  count         = length(var.functions)
  function_name = "things-${var.functions[count.index]}"
  role          = aws_iam_role.this.arn
  handler       = "${element(var.functions, count.index)}.handler"
  runtime       = element(["python3.8", "python3.12"], count.index)
  filename      = "things.zip"
  memory_size   = 128 * (count.index + 1)

  environment {
    variables = {
      POOL     = one(aws_cognito_user_pool.this[*].id)
      TABLE    = try(aws_dynamodb_table.this[0].name, "none")
      POSITION = "${count.index + 1} of ${length(var.functions)}"
      PASSWORD = "correct-horse-battery-staple"
    }
  }
}

resource "aws_apigatewayv2_api" "this" {
  name          = "things"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_integration" "this" {
  count                  = length(aws_lambda_function.this)
  api_id                 = aws_apigatewayv2_api.this.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.this[count.index].invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "this" {
  count              = length(var.functions)
  api_id             = aws_apigatewayv2_api.this.id
  route_key          = "ANY /${var.functions[count.index]}"
  target             = "integrations/${aws_apigatewayv2_integration.this.*.id[count.index]}"
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_stage" "this" {
  api_id = aws_apigatewayv2_api.this.id
  name   = "live"
}

resource "aws_lambda_permission" "this" {
  for_each      = toset(var.functions)
  action        = "lambda:InvokeFunction"
  function_name = "things-${each.value}"
  principal     = "apigateway.amazonaws.com"
}
