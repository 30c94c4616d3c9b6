resource "aws_cognito_user_pool" "user" {
  deletion_protection = "INACTIVE"
}
locals { nothing = 1 }
