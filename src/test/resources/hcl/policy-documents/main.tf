terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.23, < 7"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

locals {
  tables = ["invoices", "payments"]
  grants = {
    read  = ["dynamodb:GetItem", "dynamodb:Query"]
    admin = ["dynamodb:*"]
  }
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "tables" {
  dynamic "statement" {
    for_each = local.grants
    content {
      sid       = title(statement.key)
      actions   = statement.value
      resources = statement.key == "admin" ? ["*"] : [for table in local.tables : "arn:aws:dynamodb:eu-west-1:111122223333:table/${table}"]
    }
  }
  statement {
    sid       = "Pass"
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "worker" {
  name   = "tables"
  role   = aws_iam_role.worker.id
  policy = data.aws_iam_policy_document.tables.json
}

resource "aws_iam_policy" "logs" {
  name = "logs"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for action in ["logs:*", "logs:PutLogEvents"] : {
        Effect   = "Allow"
        Action   = action
        Resource = "*"
      }
    ]
  })
}

resource "aws_iam_role" "anyone" {
  name               = "anyone"
  assume_role_policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}]
    }
  JSON
}

resource "aws_iam_policy_attachment" "logs" {
  name       = "logs"
  roles      = [aws_iam_role.worker.name]
  policy_arn = aws_iam_policy.logs.arn
}
