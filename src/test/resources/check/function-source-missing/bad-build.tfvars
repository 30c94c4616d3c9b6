name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  absent = { source = "lambdas/absent", build = "make", handler = "app.handler", runtime = "python3.12" }
  file = { source = "lambdas/books/app.py", build = "make", handler = "app.handler", runtime = "python3.12" }
  outside = { source = "../books", build = "make", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /absent" = { function = "absent", scopes = ["myapi/all"] }
  "GET /file" = { function = "file", scopes = ["myapi/all"] }
  "GET /outside" = { function = "outside", scopes = ["myapi/all"] }
}
