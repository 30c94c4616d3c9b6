name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = {
  "GET /a~b" = { function = "books", scopes = ["myapi/all"] }
  "GET /a$b" = { function = "books", scopes = ["myapi/all"] }
  "GET /a/../b" = { function = "books", scopes = ["myapi/all"] }
  "GET /a@b" = { function = "books", scopes = ["myapi/all"] }
}
access_log = { account_role = true }
