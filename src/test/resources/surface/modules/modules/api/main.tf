variable "name" {}
variable "pool_arn" {}
variable "issuer" {}
variable "client" {}
variable "routes" {}
resource "aws_api_gateway_rest_api" "this" { name = var.name }
resource "aws_api_gateway_authorizer" "this" {
  name = "cognito"
  type = "COGNITO_USER_POOLS"
  rest_api_id = aws_api_gateway_rest_api.this.id
  provider_arns = [var.pool_arn]
}
resource "aws_api_gateway_resource" "this" {
  for_each = toset([for r in var.routes : r.part])
  rest_api_id = aws_api_gateway_rest_api.this.id
  parent_id = aws_api_gateway_rest_api.this.root_resource_id
  path_part = each.value
}
resource "aws_api_gateway_method" "this" {
  for_each = var.routes
  rest_api_id = aws_api_gateway_rest_api.this.id
  resource_id = aws_api_gateway_resource.this[each.value.part].id
  http_method = each.value.method
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.this.id
  authorization_scopes = [each.value.scope]
}
resource "aws_apigatewayv2_api" "h" { 
  name = "${var.name}-h"
  protocol_type = "HTTP" 
}
resource "aws_apigatewayv2_authorizer" "h" {
  api_id = aws_apigatewayv2_api.h.id
  authorizer_type = "JWT"
  name = "jwt"
  identity_sources = ["$request.header.Authorization"]
  jwt_configuration {
    issuer = var.issuer
    audience = [var.client]
  }
}
resource "aws_apigatewayv2_route" "h" {
  for_each = var.routes
  api_id = aws_apigatewayv2_api.h.id
  route_key = "${each.value.method} /${each.value.part}"
  authorization_type = "JWT"
  authorizer_id = aws_apigatewayv2_authorizer.h.id
  authorization_scopes = [each.value.scope]
}
