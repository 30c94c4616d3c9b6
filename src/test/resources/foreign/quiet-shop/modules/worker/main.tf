variable "name" { type = string }
variable "table_arn" { type = string }
variable "execution_arn" { type = string }
variable "paths" { type = list(string) }

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name               = var.name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "table" {
  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"]
    resources = [var.table_arn]
  }
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }
}

resource "aws_iam_role_policy" "table" {
  name   = "table"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.table.json
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = 30
}

resource "aws_lambda_function" "this" {
  function_name = var.name
  role          = aws_iam_role.this.arn
  runtime       = "python3.13"
  handler       = "app.handler"
  filename      = "worker.zip"
  timeout       = 10
  environment {
    variables = merge({ TABLE = "shop-goods" }, {})
  }
  depends_on = [aws_cloudwatch_log_group.this]
}

resource "aws_lambda_permission" "api" {
  for_each      = toset(var.paths)
  statement_id  = "api-${md5(each.key)}"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${var.execution_arn}/${each.key}"
}

output "invoke_arn" {
  value = aws_lambda_function.this.invoke_arn
}
