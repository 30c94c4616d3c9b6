name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  digits = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "12" }
  dot = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "v1.2" }
  none = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "live", provisioned_concurrency = 0 }
}
routes = {
  "GET /digits" = { function = "digits", scopes = ["myapi/all"] }
  "GET /dot" = { function = "dot", scopes = ["myapi/all"] }
  "GET /none" = { function = "none", scopes = ["myapi/all"] }
}
