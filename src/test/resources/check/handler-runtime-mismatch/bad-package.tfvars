name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  zip = { package = "dist/app.zip", handler = "app.handler", runtime = "nodejs22.x" }
}
routes = {
  "GET /zip" = { function = "zip", scopes = ["myapi/all"] }
}
