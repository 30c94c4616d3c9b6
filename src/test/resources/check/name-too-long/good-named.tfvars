name     = "an-environment-with-a-long-name"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  a-function-with-a-rather-long-name-xyz = {
    source = "lambdas/books"
    handler = "app.handler"
    runtime = "python3.12"
    name = "books"
  }
}
routes = {
  "GET /books" = { function = "a-function-with-a-rather-long-name-xyz", scopes = ["myapi/all"] }
}
access_log = { account_role = true }
