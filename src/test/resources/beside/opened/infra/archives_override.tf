# For the time of the migration.
resource "aws_api_gateway_method" "get_archives" {
  authorization        = "NONE"
  authorizer_id        = null
  authorization_scopes = null
}
