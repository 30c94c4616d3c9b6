name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  a = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", name = "shop" }
  b = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", name = "shop" }
}
routes = {
  "GET /a" = { function = "a", scopes = ["myapi/all"] }
  "GET /b" = { function = "b", scopes = ["myapi/all"] }
}
