resource "aws_apigatewayv2_api" "this" {
  name          = var.name
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.this.id
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  name             = "${var.name}-jwt"
  jwt_configuration {
    issuer   = var.issuer
    audience = var.audience
  }
}

resource "aws_apigatewayv2_integration" "this" {
  api_id             = aws_apigatewayv2_api.this.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://${var.name}.internal.example.com"
}

resource "aws_apigatewayv2_route" "this" {
  for_each           = var.methods
  api_id             = aws_apigatewayv2_api.this.id
  route_key          = "${each.value} /vehicles"
  target             = "integrations/${aws_apigatewayv2_integration.this.id}"
  authorization_type = var.open ? "NONE" : "JWT"
  authorizer_id      = var.open ? null : aws_apigatewayv2_authorizer.jwt.id
}

resource "aws_apigatewayv2_stage" "this" {
  api_id      = aws_apigatewayv2_api.this.id
  name        = "v1"
  auto_deploy = true
  access_log_settings {
    destination_arn = var.log_group
    format          = jsonencode({ id = "$context.requestId", status = "$context.status" })
  }
}

output "endpoint" { value = aws_apigatewayv2_stage.this.invoke_url }
