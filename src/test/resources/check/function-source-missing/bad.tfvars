name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  absolute = { source = "/lambdas/books", handler = "app.handler", runtime = "python3.12" }
  file     = { source = "lambdas/books/app.py", handler = "app.handler", runtime = "python3.12" }
  folder   = { source = "lambdas/bokos", handler = "app.handler", runtime = "python3.12" }
  method   = { source = "lambdas/books", handler = "app.handle", runtime = "python3.12" }
  module   = { source = "lambdas/books", handler = "main.handler", runtime = "python3.12" }
  node     = { source = "lambdas/node", handler = "main.handler", runtime = "nodejs22.x" }
  outside  = { source = "lambdas/../../lambdas", handler = "app.handler", runtime = "python3.12" }
}
routes = {
  "GET /absolute" = { function = "absolute", scopes = ["myapi/all"] }
  "GET /file" = { function = "file", scopes = ["myapi/all"] }
  "GET /folder" = { function = "folder", scopes = ["myapi/all"] }
  "GET /method" = { function = "method", scopes = ["myapi/all"] }
  "GET /module" = { function = "module", scopes = ["myapi/all"] }
  "GET /node" = { function = "node", scopes = ["myapi/all"] }
  "GET /outside" = { function = "outside", scopes = ["myapi/all"] }
}
access_log = { account_role = true }
