variable "name" { type = string }
variable "clients" { type = map(list(string)) }

resource "aws_cognito_user_pool" "this" {
  name = var.name
}

resource "aws_cognito_user_pool_client" "this" {
  for_each = var.clients

  name                                 = "${var.name}-${each.key}"
  user_pool_id                         = aws_cognito_user_pool.this.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = contains(each.value, "openid") ? ["implicit"] : ["client_credentials"]
  allowed_oauth_scopes                 = each.value
  callback_urls                        = contains(each.value, "openid") ? ["http://app.example.com/back"] : null
}

output "issuer" { value = "https://${aws_cognito_user_pool.this.endpoint}" }
output "client_ids" { value = { for key, client in aws_cognito_user_pool_client.this : key => client.id } }
output "secrets" {
  value = { for key, client in aws_cognito_user_pool_client.this : key => client.client_secret }
  sensitive = true
}
