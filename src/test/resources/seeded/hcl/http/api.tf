resource "aws_apigatewayv2_api" "library" {
  name                         = local.name
  protocol_type                = "HTTP"
  disable_execute_api_endpoint = true

  cors_configuration {
    allow_origins = ["https://${local.hosts.api}"]
    allow_methods = ["GET", "POST"]
    allow_headers = ["authorization", "content-type"]
    max_age       = 600
  }
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.library.id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = "https://${aws_cognito_user_pool.users.endpoint}"
    audience = [aws_cognito_user_pool_client.web.id, aws_cognito_user_pool_client.machine.id]
  }
}

resource "aws_apigatewayv2_authorizer" "guard" {
  api_id                            = aws_apigatewayv2_api.library.id
  name                              = "guard"
  authorizer_type                   = "REQUEST"
  authorizer_uri                    = aws_lambda_function.guard.invoke_arn
  authorizer_payload_format_version = "2.0"
  enable_simple_responses           = true
  identity_sources                  = ["$request.header.Authorization", "$context.routeKey"]
  authorizer_result_ttl_in_seconds  = 60
}

resource "aws_apigatewayv2_integration" "api" {
  api_id                 = aws_apigatewayv2_api.library.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.api.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "reports" {
  api_id                 = aws_apigatewayv2_api.library.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_alias.live.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_integration" "orders" {
  api_id                 = aws_apigatewayv2_api.library.id
  integration_type       = "AWS_PROXY"
  integration_subtype    = "SQS-SendMessage"
  credentials_arn        = aws_iam_role.queue.arn
  payload_format_version = "1.0"
  request_parameters = {
    QueueUrl    = aws_sqs_queue.orders.url
    MessageBody = "$request.body"
  }
}

resource "aws_apigatewayv2_integration" "old" {
  api_id                 = aws_apigatewayv2_api.library.id
  integration_type       = "HTTP_PROXY"
  integration_method     = "GET"
  integration_uri        = "https://old.example.com/catalogue"
  payload_format_version = "1.0"
}

resource "aws_apigatewayv2_route" "get_books" {
  api_id               = aws_apigatewayv2_api.library.id
  route_key            = "GET /books"
  target               = "integrations/${aws_apigatewayv2_integration.api.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.jwt.id
  authorization_scopes = ["${aws_cognito_resource_server.library.identifier}/read"]
}

resource "aws_apigatewayv2_route" "post_books" {
  api_id               = aws_apigatewayv2_api.library.id
  route_key            = "POST /books"
  target               = "integrations/${aws_apigatewayv2_integration.api.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.jwt.id
  authorization_scopes = ["${aws_cognito_resource_server.library.identifier}/write"]
}

resource "aws_apigatewayv2_route" "get_book" {
  api_id               = aws_apigatewayv2_api.library.id
  route_key            = "GET /books/{id}"
  target               = "integrations/${aws_apigatewayv2_integration.api.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.jwt.id
  authorization_scopes = ["${aws_cognito_resource_server.library.identifier}/read"]
}

resource "aws_apigatewayv2_route" "post_orders" {
  api_id               = aws_apigatewayv2_api.library.id
  route_key            = "POST /orders"
  target               = "integrations/${aws_apigatewayv2_integration.orders.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.jwt.id
  authorization_scopes = ["${aws_cognito_resource_server.library.identifier}/write"]
}

resource "aws_apigatewayv2_route" "get_old" {
  api_id             = aws_apigatewayv2_api.library.id
  route_key          = "GET /old"
  target             = "integrations/${aws_apigatewayv2_integration.old.id}"
  authorization_type = "AWS_IAM"
}

resource "aws_apigatewayv2_route" "get_reports" {
  api_id             = aws_apigatewayv2_api.library.id
  route_key          = "GET /reports"
  target             = "integrations/${aws_apigatewayv2_integration.reports.id}"
  authorization_type = "CUSTOM"
  authorizer_id      = aws_apigatewayv2_authorizer.guard.id
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.library.id
  name        = "$default"
  auto_deploy = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId  = "$context.requestId"
      status     = "$context.status"
      route      = "$context.routeKey"
      authorizer = "$context.authorizer.error"
    })
  }

  default_route_settings {
    throttling_burst_limit = 50
    throttling_rate_limit  = 100
  }
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/${local.name}/access"
  retention_in_days = 90
}

resource "aws_apigatewayv2_api_mapping" "api" {
  api_id      = aws_apigatewayv2_api.library.id
  stage       = aws_apigatewayv2_stage.live.id
  domain_name = module.domain.name
}
