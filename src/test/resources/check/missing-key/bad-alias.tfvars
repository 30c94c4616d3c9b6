name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  kept = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", provisioned_concurrency = 6 }
  snap = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", snap_start = true }
}
routes = {
  "GET /kept" = { function = "kept", scopes = ["myapi/all"] }
  "GET /snap" = { function = "snap", scopes = ["myapi/all"] }
}
