name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { "https://api.example.com/v1" = { scopes = { all = "Every operation" } } }
clients = {
  machine = { oauth_flows = ["client_credentials"], scopes = ["https://api.example.com/v1/all"] }
}
functions = { books = { existing = "books" } }
routes = {
  "GET /books" = { function = "books", scopes = ["https://api.example.com/v1/all"] }
}
access_log = { account_role = true }
