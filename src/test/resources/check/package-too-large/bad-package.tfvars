name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  large = { package = "dist/large.zip", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /large" = { function = "large", scopes = ["myapi/all"] }
}
