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

variable "secured" {
  type    = bool
  default = true
}

resource "aws_apigatewayv2_api" "menu" {
  name          = "menu"
  protocol_type = "HTTP"
  body = templatefile("${path.module}/api.json.tftpl", {
    title   = "Menu"
    secured = var.secured
    paths   = ["/dishes", "/drinks"]
    open    = ["/opening-hours"]
  })
}

resource "aws_apigatewayv2_stage" "menu" {
  api_id      = aws_apigatewayv2_api.menu.id
  name        = "$default"
  auto_deploy = true
}
