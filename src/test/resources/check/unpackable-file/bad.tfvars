name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  leaving = { source = "lambdas/leaving", handler = "app.handler", runtime = "python3.12" }
  outside = { source = "lambdas/outside", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /leaving" = { function = "leaving", scopes = ["myapi/all"] }
  "GET /outside" = { function = "outside", scopes = ["myapi/all"] }
}
