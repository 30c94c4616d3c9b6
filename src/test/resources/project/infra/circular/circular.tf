locals { url = aws_api_gateway_stage.api.invoke_url }

resource "aws_api_gateway_gateway_response" "missing" {
  rest_api_id        = aws_api_gateway_rest_api.api.id
  response_type      = "RESOURCE_NOT_FOUND"
  response_templates = { "application/json" = "{\"see\": \"${local.url}\"}" }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name = aws_api_gateway_stage.api.stage_name
}
