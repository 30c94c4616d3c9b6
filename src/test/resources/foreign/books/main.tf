provider "aws" {
  region = "eu-west-1"
}

# A REST API for books under a domain of its own: logs, domains, a deployment and a table.
data "aws_route53_zone" "zone" {
  name = "example.com"
}

resource "aws_cognito_user_pool" "books" {
  name = "books"
}

resource "aws_cognito_resource_server" "books" {
  identifier   = "myapi"
  name         = "myapi"
  user_pool_id = aws_cognito_user_pool.books.id
  scope {
    scope_name        = "all"
    scope_description = "All"
  }
}

resource "aws_cognito_user_pool_client" "books" {
  name                                 = "books"
  user_pool_id                         = aws_cognito_user_pool.books.id
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = aws_cognito_resource_server.books.scope_identifiers
}

resource "aws_acm_certificate" "books" {
  domain_name               = "example.com"
  subject_alternative_names = ["auth.example.com", "api.example.com"]
  validation_method         = "DNS"
}

resource "aws_route53_record" "validation" {
  for_each = {
    for option in aws_acm_certificate.books.domain_validation_options : option.domain_name => option
  }
  zone_id         = data.aws_route53_zone.zone.zone_id
  name            = each.value.resource_record_name
  type            = each.value.resource_record_type
  records         = [each.value.resource_record_value]
  ttl             = 60
  allow_overwrite = true
}

resource "aws_acm_certificate_validation" "books" {
  certificate_arn = aws_acm_certificate.books.arn
}

resource "aws_cognito_user_pool_domain" "books" {
  domain          = "auth.example.com"
  user_pool_id    = aws_cognito_user_pool.books.id
  certificate_arn = aws_acm_certificate_validation.books.certificate_arn
  depends_on      = [aws_route53_record.apex]
}

resource "aws_route53_record" "apex" {
  zone_id         = data.aws_route53_zone.zone.zone_id
  name            = "example.com"
  type            = "A"
  ttl             = 300
  records         = ["8.8.8.8"]
  allow_overwrite = true
}

resource "aws_route53_record" "auth" {
  zone_id = data.aws_route53_zone.zone.zone_id
  name    = "auth.example.com"
  type    = "A"
  alias {
    name                   = aws_cognito_user_pool_domain.books.cloudfront_distribution
    zone_id                = "Z2FDTNDATAQYW2"
    evaluate_target_health = false
  }
}

resource "aws_api_gateway_rest_api" "books" {
  name = "books"
}

resource "aws_route53_record" "api" {
  zone_id = data.aws_route53_zone.zone.zone_id
  name    = "api.example.com"
  type    = "CNAME"
  ttl     = 300
  records = ["a1b2c3.execute-api.eu-west-1.amazonaws.com"]
}

resource "aws_api_gateway_domain_name" "books" {
  domain_name              = "api.example.com"
  regional_certificate_arn = aws_acm_certificate_validation.books.certificate_arn
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_base_path_mapping" "books" {
  api_id      = aws_api_gateway_rest_api.books.id
  stage_name  = aws_api_gateway_stage.prod.stage_name
  domain_name = aws_api_gateway_domain_name.books.domain_name
}

resource "aws_api_gateway_authorizer" "books" {
  name                             = "cognito"
  rest_api_id                      = aws_api_gateway_rest_api.books.id
  type                             = "COGNITO_USER_POOLS"
  provider_arns                    = [aws_cognito_user_pool.books.arn]
  authorizer_result_ttl_in_seconds = 0
}

resource "aws_api_gateway_resource" "books" {
  rest_api_id = aws_api_gateway_rest_api.books.id
  parent_id   = aws_api_gateway_rest_api.books.root_resource_id
  path_part   = "books"
}

resource "aws_api_gateway_method" "books" {
  rest_api_id          = aws_api_gateway_rest_api.books.id
  resource_id          = aws_api_gateway_resource.books.id
  http_method          = "GET"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.books.id
  authorization_scopes = ["myapi/all"]
}

resource "aws_api_gateway_integration" "books" {
  rest_api_id             = aws_api_gateway_rest_api.books.id
  resource_id             = aws_api_gateway_resource.books.id
  http_method             = aws_api_gateway_method.books.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.books.invoke_arn
}

resource "aws_api_gateway_method_response" "books" {
  rest_api_id = aws_api_gateway_rest_api.books.id
  resource_id = aws_api_gateway_resource.books.id
  http_method = aws_api_gateway_method.books.http_method
  status_code = "200"
}

resource "aws_api_gateway_deployment" "books" {
  rest_api_id = aws_api_gateway_rest_api.books.id
  triggers = {
    redeployment = sha1(jsonencode([
      aws_api_gateway_resource.books,
      aws_api_gateway_method.books,
      aws_api_gateway_integration.books,
    ]))
  }
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "prod" {
  rest_api_id   = aws_api_gateway_rest_api.books.id
  deployment_id = aws_api_gateway_deployment.books.id
  stage_name    = "prod"
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format          = jsonencode({ requestId = "$context.requestId", status = "$context.status", error = "$context.authorizer.error" })
  }
}

resource "aws_api_gateway_method_settings" "prod" {
  rest_api_id = aws_api_gateway_rest_api.books.id
  stage_name  = aws_api_gateway_stage.prod.stage_name
  method_path = "*/*"
  settings {
    logging_level      = "INFO"
    metrics_enabled    = true
    data_trace_enabled = true
  }
}

resource "aws_cloudwatch_log_group" "api" {
  name              = "/api/books"
  retention_in_days = 7
}

resource "aws_cloudwatch_log_group" "books" {
  name              = "/aws/lambda/books"
  retention_in_days = 7
}

resource "aws_lambda_function" "books" {
  function_name = "books"
  role          = aws_iam_role.books.arn
  filename      = "books.zip"
  handler       = "app.handler"
  runtime       = "python3.12"
  timeout       = 10
}

resource "aws_lambda_permission" "books" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.books.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.books.execution_arn}/*/*"
}

resource "aws_iam_role" "books" {
  name = "books"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "books" {
  role = aws_iam_role.books.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Scan"], Resource = "*" },
      { Effect = "Allow", Action = "logs:*", Resource = "arn:aws:logs:*:*:*" },
    ]
  })
}

resource "aws_dynamodb_table" "books" {
  name           = "Books_Table"
  hash_key       = "book_id"
  read_capacity  = 5
  write_capacity = 5
  attribute {
    name = "book_id"
    type = "S"
  }
}

resource "aws_cognito_user" "postman" {
  user_pool_id = aws_cognito_user_pool.books.id
  username     = "postman"
  password     = "Postman-2024!"
}
