name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  above = { source = "lambdas/books", build = "make", output = "../dist", handler = "app.handler", runtime = "python3.12" }
  none = { source = "lambdas/books", build = " ", handler = "app.handler", runtime = "python3.12" }
  root = { source = "lambdas/books", build = "make", output = "/dist", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /above" = { function = "above", scopes = ["myapi/all"] }
  "GET /none" = { function = "none", scopes = ["myapi/all"] }
  "GET /root" = { function = "root", scopes = ["myapi/all"] }
}
