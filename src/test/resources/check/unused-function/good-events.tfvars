name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books = { existing = "books" }
  nightly = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", schedules = { clean = { expression = "rate(1 day)" } } }
}
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
