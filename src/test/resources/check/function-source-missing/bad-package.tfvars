name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  absent = { package = "dist/absent.zip", handler = "app.handler", runtime = "python3.12" }
  module = { package = "dist/app.zip", handler = "main.handler", runtime = "python3.12" }
  method = { package = "dist/app.zip", handler = "app.handle", runtime = "python3.12" }
  outside = { package = "../app.zip", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /absent" = { function = "absent", scopes = ["myapi/all"] }
  "GET /module" = { function = "module", scopes = ["myapi/all"] }
  "GET /method" = { function = "method", scopes = ["myapi/all"] }
  "GET /outside" = { function = "outside", scopes = ["myapi/all"] }
}
