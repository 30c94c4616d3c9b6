resource "aws_apigatewayv2_api" "notes" {
  cors_configuration {
    allow_origins     = ["*"]
    allow_credentials = true
  }
}

resource "aws_apigatewayv2_route" "notes" {
  authorization_type = "NONE"
}

resource "aws_apigatewayv2_stage" "notes" {
  dynamic "route_settings" {
    for_each = toset(["GET /notes"])
    content {
      route_key              = route_settings.value
      throttling_rate_limit  = 1
      throttling_burst_limit = 1
    }
  }
}
