name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  broken = { package = "dist/broken.zip", handler = "app.handler", runtime = "python3.12" }
  leaving = { package = "dist/leaving.zip", handler = "app.handler", runtime = "python3.12" }
  outside = { package = "lambdas/outside", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /broken" = { function = "broken", scopes = ["myapi/all"] }
  "GET /leaving" = { function = "leaving", scopes = ["myapi/all"] }
  "GET /outside" = { function = "outside", scopes = ["myapi/all"] }
}
