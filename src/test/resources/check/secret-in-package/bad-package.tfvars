name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  telling = { package = "dist/telling.zip", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /telling" = { function = "telling", scopes = ["myapi/all"] }
}
