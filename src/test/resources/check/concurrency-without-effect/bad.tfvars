name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  node = { source = "lambdas/node", handler = "index.handler", runtime = "nodejs22.x", alias = "live", snap_start = true }
  stopped = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", reserved_concurrency = 0 }
}
routes = {
  "GET /stopped" = { function = "stopped", scopes = ["myapi/all"] }
  "GET /node" = { function = "node", scopes = ["myapi/all"] }
}
