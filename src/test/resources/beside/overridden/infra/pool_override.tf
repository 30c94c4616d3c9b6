resource "aws_cognito_user_pool" "users" {
  password_policy {
    minimum_length = 8
  }
}
