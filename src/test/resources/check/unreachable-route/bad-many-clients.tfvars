name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = {
  people0 = { auth_flows = ["USER_SRP"] }
  people1 = { auth_flows = ["USER_SRP"] }
  people2 = { auth_flows = ["USER_SRP"] }
  people3 = { auth_flows = ["USER_SRP"] }
  people4 = { auth_flows = ["USER_SRP"] }
  people5 = { auth_flows = ["USER_SRP"] }
}
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
