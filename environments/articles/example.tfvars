# Article E: an HTTP API for people with passwords, in front of a function that is there already.
name     = "example_api"
region   = "us-east-1"
api_type = "http"

user_pool = { name = "example_user_pool" }
clients = {
  external = {
    name       = "example_external_api"
    auth_flows = ["USER_PASSWORD", "USER_SRP", "REFRESH_TOKEN"]
  }
}
authorizer = { name = "cognito-authorizer" }

functions = { example = { existing = "example" } }
routes    = { "GET /example" = { function = "example" } }

suppress = [
  {
    rule    = "people-without-mfa"
    subject = "user_pool"
    reason  = "the article signs people in with a password alone"
  },
  {
    rule    = "unsafe-oauth-flow"
    subject = "clients.external"
    reason  = "the article fetches its token with InitiateAuth and USER_PASSWORD_AUTH"
  },
  {
    rule    = "no-throttling"
    subject = "aws_apigatewayv2_stage.api"
    reason  = "as in the article: an example, which the account's own limit is enough for"
  },
]
