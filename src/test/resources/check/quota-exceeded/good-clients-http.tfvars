name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = {
  c0 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c1 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c2 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c3 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c4 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c5 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c6 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c7 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c8 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c9 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c10 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c11 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c12 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c13 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c14 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c15 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c16 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c17 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c18 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c19 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c20 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c21 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c22 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c23 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c24 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c25 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c26 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c27 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c28 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c29 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c30 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c31 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c32 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c33 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c34 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c35 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c36 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c37 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c38 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c39 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c40 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c41 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c42 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c43 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c44 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c45 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c46 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c47 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c48 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
  c49 = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
}
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
