name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev", sign_in = ["email"] }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = {
  machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  people  = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] }
}
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
