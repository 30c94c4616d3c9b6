name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = {
  "GET /books"     = { function = "books", scopes = ["myapi/all"] }
  "OPTIONS /books" = { function = "books", anonymous = "preflights" }
}
cors = {
  allow_origins = ["https://app.example.com"]
  allow_methods = ["GET"]
  allow_headers = ["Authorization"]
}
access_log = { account_role = true }
