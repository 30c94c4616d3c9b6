resource "aws_api_gateway_account" "logs" {
  cloudwatch_role_arn = aws_iam_role.logs.arn
}

resource "aws_api_gateway_api_key" "partner" {
  name = "partner"
}

resource "aws_api_gateway_authorizer" "cognito" {
  rest_api_id   = aws_api_gateway_rest_api.library.id
  name          = "cognito"
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.users.arn]
}

resource "aws_api_gateway_authorizer" "guard" {
  rest_api_id                      = aws_api_gateway_rest_api.library.id
  name                             = "guard"
  type                             = "REQUEST"
  authorizer_uri                   = aws_lambda_function.guard.invoke_arn
  identity_source                  = "method.request.header.Authorization"
  authorizer_result_ttl_in_seconds = 60
}

resource "aws_api_gateway_deployment" "library" {
  rest_api_id = aws_api_gateway_rest_api.library.id
  triggers = {
    api = sha1(jsonencode([
      aws_api_gateway_resource.books,
      aws_api_gateway_resource.book,
      aws_api_gateway_resource.partners,
      aws_api_gateway_resource.reports,
      aws_api_gateway_authorizer.cognito,
      aws_api_gateway_authorizer.guard,
      aws_api_gateway_method.get_books,
      aws_api_gateway_method.post_books,
      aws_api_gateway_method.get_book,
      aws_api_gateway_method.get_partners,
      aws_api_gateway_method.get_reports,
      aws_api_gateway_integration.get_books,
      aws_api_gateway_integration.post_books,
      aws_api_gateway_integration.get_book,
      aws_api_gateway_integration.get_partners,
      aws_api_gateway_integration.get_reports,
      aws_api_gateway_gateway_response.unauthorized,
      aws_api_gateway_model.book,
      aws_api_gateway_request_validator.body,
    ]))
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_gateway_response" "unauthorized" {
  rest_api_id   = aws_api_gateway_rest_api.library.id
  response_type = "UNAUTHORIZED"
  response_templates = {
    "application/json" = jsonencode({ message = "sign in" })
  }
}

resource "aws_api_gateway_integration" "get_books" {
  rest_api_id             = aws_api_gateway_rest_api.library.id
  resource_id             = aws_api_gateway_resource.books.id
  http_method             = aws_api_gateway_method.get_books.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.api.invoke_arn
}

resource "aws_api_gateway_integration" "post_books" {
  rest_api_id             = aws_api_gateway_rest_api.library.id
  resource_id             = aws_api_gateway_resource.books.id
  http_method             = aws_api_gateway_method.post_books.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.api.invoke_arn
}

resource "aws_api_gateway_integration" "get_book" {
  rest_api_id             = aws_api_gateway_rest_api.library.id
  resource_id             = aws_api_gateway_resource.book.id
  http_method             = aws_api_gateway_method.get_book.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.api.invoke_arn
}

resource "aws_api_gateway_integration" "get_partners" {
  rest_api_id             = aws_api_gateway_rest_api.library.id
  resource_id             = aws_api_gateway_resource.partners.id
  http_method             = aws_api_gateway_method.get_partners.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.api.invoke_arn
}

resource "aws_api_gateway_integration" "get_reports" {
  rest_api_id             = aws_api_gateway_rest_api.library.id
  resource_id             = aws_api_gateway_resource.reports.id
  http_method             = aws_api_gateway_method.get_reports.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_alias.live.invoke_arn
}

resource "aws_api_gateway_method" "get_books" {
  rest_api_id          = aws_api_gateway_rest_api.library.id
  resource_id          = aws_api_gateway_resource.books.id
  http_method          = "GET"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.library.identifier}/read"]
}

resource "aws_api_gateway_method" "post_books" {
  rest_api_id          = aws_api_gateway_rest_api.library.id
  resource_id          = aws_api_gateway_resource.books.id
  http_method          = "POST"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.library.identifier}/write"]
  request_validator_id = aws_api_gateway_request_validator.body.id
  request_models = {
    "application/json" = aws_api_gateway_model.book.name
  }
}

resource "aws_api_gateway_method" "get_book" {
  rest_api_id          = aws_api_gateway_rest_api.library.id
  resource_id          = aws_api_gateway_resource.book.id
  http_method          = "GET"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.cognito.id
  authorization_scopes = ["${aws_cognito_resource_server.library.identifier}/read"]
  request_parameters = {
    "method.request.path.id" = true
  }
}

resource "aws_api_gateway_method" "get_partners" {
  rest_api_id      = aws_api_gateway_rest_api.library.id
  resource_id      = aws_api_gateway_resource.partners.id
  http_method      = "GET"
  authorization    = "AWS_IAM"
  api_key_required = true
}

resource "aws_api_gateway_method" "get_reports" {
  rest_api_id   = aws_api_gateway_rest_api.library.id
  resource_id   = aws_api_gateway_resource.reports.id
  http_method   = "GET"
  authorization = "CUSTOM"
  authorizer_id = aws_api_gateway_authorizer.guard.id
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.library.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  method_path = "*/*"

  settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
    logging_level          = "ERROR"
  }
}

resource "aws_api_gateway_model" "book" {
  rest_api_id  = aws_api_gateway_rest_api.library.id
  name         = "Book"
  content_type = "application/json"
  schema = jsonencode({
    type     = "object"
    required = ["title"]
  })
}

resource "aws_api_gateway_request_validator" "body" {
  rest_api_id                 = aws_api_gateway_rest_api.library.id
  name                        = "body"
  validate_request_body       = true
  validate_request_parameters = true
}

resource "aws_api_gateway_resource" "books" {
  rest_api_id = aws_api_gateway_rest_api.library.id
  parent_id   = aws_api_gateway_rest_api.library.root_resource_id
  path_part   = "books"
}

resource "aws_api_gateway_resource" "book" {
  rest_api_id = aws_api_gateway_rest_api.library.id
  parent_id   = aws_api_gateway_resource.books.id
  path_part   = "{id}"
}

resource "aws_api_gateway_resource" "partners" {
  rest_api_id = aws_api_gateway_rest_api.library.id
  parent_id   = aws_api_gateway_rest_api.library.root_resource_id
  path_part   = "partners"
}

resource "aws_api_gateway_resource" "reports" {
  rest_api_id = aws_api_gateway_rest_api.library.id
  parent_id   = aws_api_gateway_rest_api.library.root_resource_id
  path_part   = "reports"
}

resource "aws_api_gateway_rest_api" "library" {
  name                         = local.name
  disable_execute_api_endpoint = true

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.library.id
  deployment_id = aws_api_gateway_deployment.library.id
  stage_name    = "live"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId  = "$context.requestId"
      status     = "$context.status"
      route      = "$context.resourcePath"
      authorizer = "$context.authorizer.error"
    })
  }
  depends_on = [aws_api_gateway_account.logs]
}

resource "aws_api_gateway_usage_plan" "partners" {
  name = "partners"

  api_stages {
    api_id = aws_api_gateway_rest_api.library.id
    stage  = aws_api_gateway_stage.live.stage_name
  }

  throttle_settings {
    rate_limit  = 10
    burst_limit = 5
  }

  quota_settings {
    limit  = 10000
    period = "DAY"
  }
}

resource "aws_api_gateway_usage_plan_key" "partner" {
  key_id        = aws_api_gateway_api_key.partner.id
  key_type      = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.partners.id
}

resource "aws_wafv2_web_acl" "library" {
  count = var.firewall ? 1 : 0

  name  = "library"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "library"
    sampled_requests_enabled   = false
  }
}

resource "aws_wafv2_web_acl_association" "library" {
  count = var.firewall ? 1 : 0

  resource_arn = aws_api_gateway_stage.live.arn
  web_acl_arn  = aws_wafv2_web_acl.library[0].arn
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/${local.name}/access"
  retention_in_days = 90
}

resource "aws_api_gateway_base_path_mapping" "api" {
  api_id      = aws_api_gateway_rest_api.library.id
  stage_name  = aws_api_gateway_stage.live.stage_name
  domain_name = module.domain.name
}
