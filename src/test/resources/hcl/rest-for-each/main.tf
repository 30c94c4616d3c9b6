# A REST API whose routes are a map: one resource, method and integration each.
variable "routes" {
  type = map(object({
    method = string
    path   = string
    scopes = optional(list(string), [])
    open   = optional(bool, false)
  }))
  default = {
    list_parcels = { method = "GET", path = "parcels", scopes = ["depot/read"] }
    track        = { method = "GET", path = "track", open = true }
    send         = { method = "POST", path = "send", scopes = ["depot/write"] }
  }
}

locals {
  prefix = "depot"
}

resource "aws_cognito_user_pool" "staff" {
  name                = "${local.prefix}-staff"
  deletion_protection = "INACTIVE"
}

resource "aws_cognito_resource_server" "depot" {
  identifier   = "depot"
  name         = "Depot"
  user_pool_id = aws_cognito_user_pool.staff.id

  dynamic "scope" {
    for_each = toset(flatten([for route in var.routes : [for s in route.scopes : split("/", s)[1]]]))
    content {
      scope_name        = scope.value
      scope_description = "May ${scope.value}"
    }
  }
}

resource "aws_api_gateway_rest_api" "depot" {
  name = local.prefix
}

resource "aws_api_gateway_authorizer" "staff" {
  name          = "staff"
  rest_api_id   = aws_api_gateway_rest_api.depot.id
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.staff.arn]
}

resource "aws_api_gateway_resource" "this" {
  for_each = { for key, route in var.routes : route.path => key }

  rest_api_id = aws_api_gateway_rest_api.depot.id
  parent_id   = aws_api_gateway_rest_api.depot.root_resource_id
  path_part   = each.key
}

resource "aws_api_gateway_method" "this" {
  for_each = var.routes

  rest_api_id          = aws_api_gateway_rest_api.depot.id
  resource_id          = aws_api_gateway_resource.this[each.value.path].id
  http_method          = each.value.method
  authorization        = each.value.open ? "NONE" : "COGNITO_USER_POOLS"
  authorizer_id        = each.value.open ? null : aws_api_gateway_authorizer.staff.id
  authorization_scopes = each.value.open ? null : each.value.scopes
}

resource "aws_api_gateway_integration" "this" {
  for_each = aws_api_gateway_method.this

  rest_api_id             = aws_api_gateway_rest_api.depot.id
  resource_id             = each.value.resource_id
  http_method             = each.value.http_method
  integration_http_method = "POST"
  type                    = "AWS_PROXY"
  uri                     = aws_lambda_function.depot.invoke_arn
}

resource "aws_lambda_function" "depot" {
  function_name = "${local.prefix}-api"
  role          = aws_iam_role.depot.arn
  handler       = "index.handler"
  runtime       = "nodejs16.x"
  filename      = "${path.module}/depot.zip"
  timeout       = 60
}

resource "aws_iam_role" "depot" {
  name = "${local.prefix}-api"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.depot.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.depot.execution_arn}/*/*"
}

resource "aws_api_gateway_deployment" "depot" {
  rest_api_id = aws_api_gateway_rest_api.depot.id
  triggers = {
    redeploy = sha1(jsonencode([
      aws_api_gateway_resource.this,
      aws_api_gateway_method.this,
      aws_api_gateway_integration.this,
    ]))
  }
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = aws_api_gateway_rest_api.depot.id
  deployment_id = aws_api_gateway_deployment.depot.id
  stage_name    = "live"
}
