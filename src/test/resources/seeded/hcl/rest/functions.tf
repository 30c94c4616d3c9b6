resource "aws_cloudwatch_log_group" "api" {
  name              = "/aws/lambda/${local.name}-api"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "others" {
  for_each = toset(["guard", "reports", "welcome"])

  name              = "/aws/lambda/${local.name}-${each.key}"
  retention_in_days = 30
}

resource "aws_dynamodb_table" "books" {
  name                        = "books"
  hash_key                    = "id"
  billing_mode                = "PAY_PER_REQUEST"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled = true
  }
}

data "aws_iam_policy_document" "assume" {
  for_each = toset(["lambda", "apigateway"])

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "functions" {
  name               = "${local.name}-functions"
  assume_role_policy = data.aws_iam_policy_document.assume["lambda"].json
}

resource "aws_iam_role" "logs" {
  name               = "${local.name}-gateway-logs"
  assume_role_policy = data.aws_iam_policy_document.assume["apigateway"].json
}

resource "aws_iam_role_policy" "functions" {
  name = "table"
  role = aws_iam_role.functions.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["dynamodb:GetItem", "dynamodb:PutItem"]
      Resource = aws_dynamodb_table.books.arn
    }]
  })
}

resource "aws_iam_role_policy_attachment" "logs" {
  role       = aws_iam_role.logs.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.reports.function_name
  function_version = aws_lambda_function.reports.version
}

resource "aws_lambda_function" "api" {
  function_name = "${local.name}-api"
  role          = aws_iam_role.functions.arn
  filename      = "api.zip"
  handler       = "app.handler"
  runtime       = "python3.13"
  timeout       = 10
  publish       = false

  environment {
    variables = {
      BOOKS = aws_dynamodb_table.books.name
    }
  }
}

resource "aws_lambda_function" "guard" {
  function_name = "${local.name}-guard"
  role          = aws_iam_role.functions.arn
  filename      = "guard.zip"
  handler       = "app.handler"
  runtime       = "python3.13"
  timeout       = 10
  publish       = false
}

resource "aws_lambda_function" "reports" {
  function_name = "${local.name}-reports"
  role          = aws_iam_role.functions.arn
  filename      = "reports.zip"
  handler       = "app.handler"
  runtime       = "python3.13"
  timeout       = 10
  publish       = true
}

resource "aws_lambda_function" "welcome" {
  function_name = "${local.name}-welcome"
  role          = aws_iam_role.functions.arn
  filename      = "welcome.zip"
  handler       = "app.handler"
  runtime       = "python3.13"
  timeout       = 10
  publish       = false
}

resource "aws_lambda_permission" "welcome" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.welcome.function_name
  principal     = "cognito-idp.amazonaws.com"
  source_arn    = aws_cognito_user_pool.users.arn
}

resource "aws_lambda_permission" "get_books" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.library.execution_arn}/live/GET/books"
}

resource "aws_lambda_permission" "post_books" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.library.execution_arn}/live/POST/books"
}

resource "aws_lambda_permission" "get_book" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.library.execution_arn}/live/GET/books/*"
}

resource "aws_lambda_permission" "get_partners" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.library.execution_arn}/live/GET/partners"
}

resource "aws_lambda_permission" "get_reports" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.reports.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.library.execution_arn}/live/GET/reports"
  qualifier     = aws_lambda_alias.live.name
}

resource "aws_lambda_permission" "guard" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.guard.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.library.execution_arn}/authorizers/${aws_api_gateway_authorizer.guard.id}"
}
