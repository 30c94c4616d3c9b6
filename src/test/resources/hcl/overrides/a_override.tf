variable "stage" {
  default = "prod"
}

resource "aws_cognito_user_pool" "users" {
  deletion_protection = "INACTIVE"

  password_policy {
    minimum_length = 8
  }

  lifecycle {
    ignore_changes = [schema]
  }
}
