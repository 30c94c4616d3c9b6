resource "aws_apigatewayv2_api" "this" {
  name          = local.name
  protocol_type = "HTTP"
  tags          = local.tags

  cors_configuration {
    allow_origins     = ["*"]
    allow_methods     = distinct([for key in keys(local.routes) : split(" ", key)[0]])
    allow_credentials = false
  }
}

resource "aws_cognito_user_pool" "this" {
  name = local.name
  tags = local.tags
}

resource "aws_cognito_user_pool_client" "this" {
  name                                 = "${local.name}-machine"
  user_pool_id                         = aws_cognito_user_pool.this.id
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = distinct(flatten(values(local.routes)[*].scopes))
}

resource "aws_apigatewayv2_authorizer" "this" {
  api_id           = aws_apigatewayv2_api.this.id
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  name             = "pool"

  jwt_configuration {
    audience = [aws_cognito_user_pool_client.this.id]
    issuer   = "https://${aws_cognito_user_pool.this.endpoint}"
  }
}

resource "aws_apigatewayv2_integration" "this" {
  api_id             = aws_apigatewayv2_api.this.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://${lower("Internal")}.example.com"
}

resource "aws_apigatewayv2_route" "this" {
  for_each = local.routes

  api_id               = aws_apigatewayv2_api.this.id
  route_key            = each.key
  target               = "integrations/${aws_apigatewayv2_integration.this.id}"
  authorization_type   = length(each.value.scopes) > 0 ? "JWT" : "NONE"
  authorizer_id        = length(each.value.scopes) > 0 ? aws_apigatewayv2_authorizer.this.id : null
  authorization_scopes = each.value.scopes
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = "$default"
  auto_deploy = true
}
