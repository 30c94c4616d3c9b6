name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  python = { source = "lambdas/books", runtime = "python3.13" }
  none = { source = "lambdas/program" }
}
routes = {
  "GET /python" = { function = "python", scopes = ["myapi/all"] }
  "GET /none" = { function = "none", scopes = ["myapi/all"] }
}
