locals {
  suffix = lower(local.label)
}

resource "aws_cognito_user_pool_client" "each" {
  for_each        = aws_cognito_user_pool.each
  name            = "${each.value.name}-${local.suffix}"
  user_pool_id    = each.value.id
  generate_secret = true
}

resource "aws_ssm_parameter" "secret" {
  for_each = aws_cognito_user_pool_client.each
  name     = "/secrets/${each.key}"
  type     = each.key == "blue" ? "String" : "SecureString"
  value    = each.value.client_secret
}
