provider "aws" {
  region = "us-east-1"
}

# An API that takes tokens of a pool made elsewhere; its client asks for one scope, its method for another. The pool is here
# too, so that one plan shows both.
resource "aws_cognito_user_pool" "auth" {
  name = "shared"
}

resource "aws_cognito_user_pool_domain" "auth" {
  domain       = "shared-auth"
  user_pool_id = aws_cognito_user_pool.auth.id
}

resource "aws_cognito_resource_server" "echo" {
  identifier   = "layerless-esbuild"
  name         = "Layerless ESBuild"
  user_pool_id = aws_cognito_user_pool.auth.id
  scope {
    scope_name        = "api"
    scope_description = "Allow api access"
  }
}

resource "aws_cognito_user_pool_client" "echo" {
  name                                 = "postman"
  user_pool_id                         = aws_cognito_user_pool.auth.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = ["layerless-esbuild/api"]
  depends_on                           = [aws_cognito_resource_server.echo]
}

resource "aws_api_gateway_rest_api" "echo" {
  name = "echo"
}

resource "aws_api_gateway_authorizer" "echo" {
  name          = "cognito"
  rest_api_id   = aws_api_gateway_rest_api.echo.id
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.auth.arn]
}

resource "aws_api_gateway_resource" "echo" {
  rest_api_id = aws_api_gateway_rest_api.echo.id
  parent_id   = aws_api_gateway_rest_api.echo.root_resource_id
  path_part   = "echo"
}

resource "aws_api_gateway_method" "echo" {
  rest_api_id          = aws_api_gateway_rest_api.echo.id
  resource_id          = aws_api_gateway_resource.echo.id
  http_method          = "POST"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.echo.id
  authorization_scopes = ["layerless-esbuild/echo"]
}

resource "aws_api_gateway_integration" "echo" {
  rest_api_id             = aws_api_gateway_rest_api.echo.id
  resource_id             = aws_api_gateway_resource.echo.id
  http_method             = aws_api_gateway_method.echo.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:echo/invocations"
}
