name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books = { source = "lambdas/books", handler = "app.handler", runtime = "nodejs22.x" }
  node  = { source = "lambdas/node", handler = "index.handler", runtime = "python3.12" }
  plain = { source = "lambdas/books", handler = "app", runtime = "python3.12" }
}
routes = {
  "GET /books" = { function = "books", scopes = ["myapi/all"] }
  "GET /node" = { function = "node", scopes = ["myapi/all"] }
  "GET /plain" = { function = "plain", scopes = ["myapi/all"] }
}
access_log = { account_role = true }
