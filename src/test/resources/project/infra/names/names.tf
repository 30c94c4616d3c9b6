/* resource "aws_cognito_user_pool" "users" {} is only said here */
resource "aws_cognito_user_pool" "users" {}

resource "terraform_data" "region" {
  input = <<-EOT
    output "base_url" {}
    EOT
}

variable "routes" {}
output   "user_pool_id"   { value = "resource \"aws_sqs_queue\" \"jobs\" {" }

provider "aws" { region = "eu-west-1" }
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}
provider "aws" {
  alias  = "london"
  region = "eu-west-2"
}

terraform {
  required_version = ">= 1.5"
  backend "s3" {}
  required_providers {
    random = { source = "hashicorp/random" }
  }
}

locals { one = 1 }
resource "aws_sqs_queue" "jobs" {}
