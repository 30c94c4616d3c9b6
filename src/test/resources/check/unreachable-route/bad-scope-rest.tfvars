name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation", read = "Read", write = "Write" } } }
clients = {
  machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/read"] }
  people  = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] }
}
functions = { books = { existing = "books" } }
routes = {
  "GET /books"  = { function = "books", scopes = ["myapi/read", "myapi/all"] }
  "POST /books" = { function = "books", scopes = ["myapi/write", "myapi/all"] }
}
access_log = { account_role = true }
