provider "aws" {
  region = "us-east-1"
}

# A REST API that sends text messages. The authorizer was made first, and its id copied from the console.
resource "aws_cognito_user_pool" "sms" {
  name = "sms"
}

resource "aws_cognito_resource_server" "sms" {
  identifier   = "my-api"
  name         = "my-api"
  user_pool_id = aws_cognito_user_pool.sms.id
  scope {
    scope_name        = "sms"
    scope_description = "All resources"
  }
}

resource "aws_cognito_user_pool_domain" "sms" {
  domain       = "my-api-serverless"
  user_pool_id = aws_cognito_user_pool.sms.id
}

resource "aws_cognito_user_pool_client" "sms" {
  name                                 = "client"
  user_pool_id                         = aws_cognito_user_pool.sms.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = aws_cognito_resource_server.sms.scope_identifiers
  explicit_auth_flows                  = ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}

resource "aws_api_gateway_rest_api" "sms" {
  name = "sms"
}

resource "aws_api_gateway_authorizer" "sms" {
  name          = "cognito"
  rest_api_id   = aws_api_gateway_rest_api.sms.id
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.sms.arn]
}

resource "aws_api_gateway_resource" "sms" {
  rest_api_id = aws_api_gateway_rest_api.sms.id
  parent_id   = aws_api_gateway_rest_api.sms.root_resource_id
  path_part   = "sms"
}

resource "aws_api_gateway_method" "sms" {
  rest_api_id          = aws_api_gateway_rest_api.sms.id
  resource_id          = aws_api_gateway_resource.sms.id
  http_method          = "POST"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = "x8k2qd"
  authorization_scopes = ["my-api/sms"]
}

resource "aws_api_gateway_integration" "sms" {
  rest_api_id             = aws_api_gateway_rest_api.sms.id
  resource_id             = aws_api_gateway_resource.sms.id
  http_method             = aws_api_gateway_method.sms.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.sms.invoke_arn
}

resource "aws_lambda_function" "sms" {
  function_name = "sms"
  role          = aws_iam_role.sms.arn
  filename      = "sms.zip"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
}

resource "aws_iam_role" "sms" {
  name = "sms"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "sms" {
  role = aws_iam_role.sms.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = "*" }]
  })
}
