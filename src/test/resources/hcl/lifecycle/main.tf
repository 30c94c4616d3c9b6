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

resource "aws_cognito_user_pool" "kept" {
  name                = "kept"
  deletion_protection = "ACTIVE"

  schema {
    name                = "tenant"
    attribute_data_type = "String"
    mutable             = false
    string_attribute_constraints {
      max_length = "36"
      min_length = "0"
    }
  }

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [schema]
  }
}

resource "aws_cognito_user_pool" "loose" {
  name = "loose"

  schema {
    name                = "tenant"
    attribute_data_type = "String"
    mutable             = false
    string_attribute_constraints {
      max_length = "36"
      min_length = "0"
    }
  }
}

resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
  lifecycle {
    create_before_destroy = true
  }
}

moved {
  from = aws_cognito_user_pool.old
  to   = aws_cognito_user_pool.kept
}
