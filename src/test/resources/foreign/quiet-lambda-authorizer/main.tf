provider "aws" {
  region = "eu-west-1"
}

# A REST API whose methods a function authorizes, deployed when a file changes.
resource "aws_api_gateway_rest_api" "main" {
  name = "main"
}

resource "aws_api_gateway_authorizer" "own" {
  name                             = "own"
  rest_api_id                      = aws_api_gateway_rest_api.main.id
  type                             = "REQUEST"
  authorizer_uri                   = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:own/invocations"
  identity_source                  = "method.request.header.Authorization"
  authorizer_result_ttl_in_seconds = 60
}

resource "aws_api_gateway_resource" "proxy" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  parent_id   = aws_api_gateway_rest_api.main.root_resource_id
  path_part   = "{proxy+}"
}

resource "aws_api_gateway_method" "proxy" {
  rest_api_id   = aws_api_gateway_rest_api.main.id
  resource_id   = aws_api_gateway_resource.proxy.id
  http_method   = "ANY"
  authorization = "CUSTOM"
  authorizer_id = aws_api_gateway_authorizer.own.id
}

resource "aws_api_gateway_integration" "proxy" {
  rest_api_id             = aws_api_gateway_rest_api.main.id
  resource_id             = aws_api_gateway_resource.proxy.id
  http_method             = aws_api_gateway_method.proxy.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "ANY"
  uri                     = "https://backend.example.com/{proxy}"
}

resource "aws_api_gateway_deployment" "main" {
  rest_api_id = aws_api_gateway_rest_api.main.id
  triggers    = { file = filesha1("${path.module}/main.tf") }
  depends_on  = [aws_api_gateway_integration.proxy]
  lifecycle {
    create_before_destroy = true
  }
}
