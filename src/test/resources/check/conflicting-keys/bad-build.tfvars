name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  lonely = { source = "lambdas/books", output = "dist", handler = "app.handler", runtime = "python3.12" }
  ready = { package = "dist/app.zip", build = "make", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /lonely" = { function = "lonely", scopes = ["myapi/all"] }
  "GET /ready" = { function = "ready", scopes = ["myapi/all"] }
}
