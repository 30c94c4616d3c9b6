provider "aws" {
  region = "us-east-1"
}

# An identity for many APIs: the pool, its domain, and where others find it.
resource "aws_cognito_user_pool" "auth" {
  name = "shared"
}

resource "aws_cognito_user_pool_domain" "auth" {
  domain       = "shared-auth"
  user_pool_id = aws_cognito_user_pool.auth.id
}

resource "aws_ssm_parameter" "id" {
  name  = "/auth/CognitoUserPoolId"
  type  = "String"
  value = aws_cognito_user_pool.auth.id
}

resource "aws_ssm_parameter" "arn" {
  name  = "/auth/CognitoUserPoolArn"
  type  = "String"
  value = aws_cognito_user_pool.auth.arn
}
