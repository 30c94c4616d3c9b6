name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
custom_domain = {
  zone = "example.com"
  api  = "api.example.com"
  certificate_names = ["n0.example.com", "n1.example.com", "n2.example.com", "n3.example.com", "n4.example.com", "n5.example.com", "n6.example.com", "n7.example.com", "n8.example.com", "n9.example.com"]
}
access_log = { account_role = true }
