name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev", sign_in = ["email"], self_sign_up = true }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = {
  machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  people  = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] }
}
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
suppress = [{ rule = "self-sign-up-open", subject = "user_pool.self_sign_up", reason = "anyone may read books" }]
