provider "aws" {
  region = "eu-west-1"
}

# Two APIs of one module, their routes by for_each, and a pool that both share.
resource "aws_cognito_user_pool" "main" {
  name                = "main"
  deletion_protection = "ACTIVE"
  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_domain" "main" {
  domain       = "quiet-main"
  user_pool_id = aws_cognito_user_pool.main.id
}

resource "aws_cognito_resource_server" "main" {
  for_each     = toset(["orders", "stock"])
  identifier   = each.value
  name         = each.value
  user_pool_id = aws_cognito_user_pool.main.id
  dynamic "scope" {
    for_each = ["read", "write"]
    content {
      scope_name        = scope.value
      scope_description = scope.value
    }
  }
}

resource "aws_cognito_user_pool_client" "machine" {
  count                                = 2
  name                                 = "machine-${count.index}"
  user_pool_id                         = aws_cognito_user_pool.main.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["orders/read", "orders/write", "stock/read"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
  depends_on                           = [aws_cognito_resource_server.main]
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "lambda" {
  name               = "lambda"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.lambda.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_cloudwatch_log_group" "lambda" {
  for_each          = toset(["orders", "stock"])
  name              = "/aws/lambda/${each.value}"
  retention_in_days = 30
}

resource "aws_lambda_function" "lambda" {
  for_each      = toset(["orders", "stock"])
  function_name = each.value
  role          = aws_iam_role.lambda.arn
  filename      = "${each.value}.zip"
  handler       = "app.handler"
  runtime       = "python3.13"
}

data "aws_iam_policy_document" "gateway" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["apigateway.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "gateway" {
  name               = "gateway-logs"
  assume_role_policy = data.aws_iam_policy_document.gateway.json
}

resource "aws_iam_role_policy_attachment" "gateway" {
  role       = aws_iam_role.gateway.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_api_gateway_account" "logs" {
  cloudwatch_role_arn = aws_iam_role.gateway.arn
  depends_on          = [aws_iam_role_policy_attachment.gateway]
}

module "api" {
  source     = "./modules/api"
  depends_on = [aws_api_gateway_account.logs]
  for_each   = toset(["orders", "stock"])
  name       = each.value
  pool       = { id = aws_cognito_user_pool.main.id, arn = aws_cognito_user_pool.main.arn }
  function   = { name = aws_lambda_function.lambda[each.value].function_name, invoke_arn = aws_lambda_function.lambda[each.value].invoke_arn }
  routes     = { read = { method = "GET", path = each.value, scopes = ["${each.value}/read"] } }
}
