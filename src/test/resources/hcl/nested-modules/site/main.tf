terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.edge]
    }
  }
}

variable "host" {}

module "certificate" {
  source    = "./certificate"
  host      = var.host
  providers = { aws = aws.edge }
}

resource "aws_api_gateway_domain_name" "this" {
  domain_name              = var.host
  regional_certificate_arn = module.certificate.arn
  security_policy          = "TLS_1_0"
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_rest_api" "this" {
  name = replace(var.host, ".", "-")
}

resource "aws_api_gateway_base_path_mapping" "this" {
  api_id      = aws_api_gateway_rest_api.this.id
  domain_name = aws_api_gateway_domain_name.this.domain_name
  stage_name  = "live"
}

resource "aws_cognito_user_pool_domain" "this" {
  domain          = "login.${join(".", slice(split(".", var.host), 1, 4))}"
  certificate_arn = module.certificate.arn
  user_pool_id    = aws_cognito_user_pool.this.id
}

resource "aws_cognito_user_pool" "this" {
  name = "shop"
}

output "host" {
  value = "https://${aws_api_gateway_domain_name.this.domain_name}/"
}
