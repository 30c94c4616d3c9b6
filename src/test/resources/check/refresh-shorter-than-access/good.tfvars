name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = {
  machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"], access_token_minutes = 1440, refresh_token_days = 1 }
  people  = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"], access_token_minutes = 1439, refresh_token_days = 1 }
}
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
