name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books  = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "live", provisioned_concurrency = 501 }
  orders = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", reserved_concurrency = 400 }
}
routes = {
  "GET /books"  = { function = "books", scopes = ["myapi/all"] }
  "GET /orders" = { function = "orders", scopes = ["myapi/all"] }
}
