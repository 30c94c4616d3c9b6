variable "scopes" { type = list(string) }
resource "aws_cognito_user_pool" "this" { name = "pool" }
resource "aws_cognito_resource_server" "this" {
  user_pool_id = aws_cognito_user_pool.this.id
  identifier = "orders"
  name = "orders"
  dynamic "scope" {
    for_each = var.scopes
    content {
      scope_name = scope.value
      scope_description = scope.value
    }
  }
}
resource "aws_cognito_user_pool_client" "m2m" {
  name = "m2m"
  user_pool_id = aws_cognito_user_pool.this.id
  generate_secret = true
  allowed_oauth_flows = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes = aws_cognito_resource_server.this.scope_identifiers
}
output "pool_arn" { value = aws_cognito_user_pool.this.arn }
output "endpoint" { value = aws_cognito_user_pool.this.endpoint }
output "client_id" { value = aws_cognito_user_pool_client.m2m.id }
