provider "aws" {
  region = "us-east-1"
}

# An HTTP API with two functions.
resource "aws_cognito_user_pool" "items" {
  name = "item-api-user-pool"
}

resource "aws_cognito_user_pool_client" "items" {
  name                                 = "item-api-client"
  user_pool_id                         = aws_cognito_user_pool.items.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
}

resource "aws_apigatewayv2_api" "items" {
  name          = "items"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["*"]
    allow_methods = ["GET", "POST"]
    allow_headers = ["Content-Type", "Authorization"]
    max_age       = 3600
  }
}

resource "aws_apigatewayv2_stage" "items" {
  api_id      = aws_apigatewayv2_api.items.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_authorizer" "items" {
  api_id           = aws_apigatewayv2_api.items.id
  name             = "cognito"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    audience = [aws_cognito_user_pool_client.items.id]
    issuer   = "https://${aws_cognito_user_pool.items.endpoint}"
  }
}

locals {
  functions = {
    get-items   = { route = "GET /items", timeout = 60 }
    create-item = { route = "POST /items/create", timeout = 60 }
  }
}

resource "aws_lambda_function" "items" {
  for_each      = local.functions
  function_name = each.key
  role          = "arn:aws:iam::123456789012:role/items"
  filename      = "${each.key}.zip"
  handler       = "app.handler"
  runtime       = "python3.12"
  memory_size   = 256
  timeout       = each.value.timeout
}

resource "aws_apigatewayv2_integration" "items" {
  for_each               = local.functions
  api_id                 = aws_apigatewayv2_api.items.id
  integration_type       = "AWS_PROXY"
  integration_method     = "POST"
  integration_uri        = aws_lambda_function.items[each.key].invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "items" {
  for_each           = local.functions
  api_id             = aws_apigatewayv2_api.items.id
  route_key          = each.value.route
  target             = "integrations/${aws_apigatewayv2_integration.items[each.key].id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.items.id
}

resource "aws_lambda_permission" "items" {
  for_each      = local.functions
  statement_id  = "AllowExecutionFromAPIGateway_${each.key}"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.items[each.key].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.items.execution_arn}/*/*"
}
