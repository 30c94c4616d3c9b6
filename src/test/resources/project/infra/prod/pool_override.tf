resource "aws_cognito_user_pool" "users" {
  sms_authentication_message = "Your code is {####}"
}

provider "aws" {
  max_retries = 3
}

terraform {
  required_providers {
    random = { source = "hashicorp/random" }
  }
}
