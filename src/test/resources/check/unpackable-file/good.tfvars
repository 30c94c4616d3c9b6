name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  linked = { source = "lambdas/linked", handler = "app.handler", runtime = "python3.12" }
  behind = { source = "lambdas/linked", handler = "books.app.handler", runtime = "python3.12" }
}
routes = {
  "GET /linked" = { function = "linked", scopes = ["myapi/all"] }
  "GET /behind" = { function = "behind", scopes = ["myapi/all"] }
}
