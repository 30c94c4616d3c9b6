resource "aws_apigatewayv2_route" "jobs" {
  for_each           = toset(["GET /jobs", "GET /jobs/{id}"])
  api_id             = aws_apigatewayv2_api.api.id
  route_key          = each.value
  target             = "integrations/${aws_apigatewayv2_integration.echo.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.jwt.id
}
