name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  build = { source = "lambdas/node", build = "mkdir dist && mv index.mjs dist/main.mjs", output = "dist", handler = "main.handler", runtime = "nodejs22.x" }
}
routes = {
  "GET /build" = { function = "build", scopes = ["myapi/all"] }
}
