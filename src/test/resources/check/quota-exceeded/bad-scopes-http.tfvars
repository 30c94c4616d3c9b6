name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = {
  s0 = "s0"
  s1 = "s1"
  s2 = "s2"
  s3 = "s3"
  s4 = "s4"
  s5 = "s5"
  s6 = "s6"
  s7 = "s7"
  s8 = "s8"
  s9 = "s9"
  s10 = "s10"
} } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/s0"] } }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/s0", "myapi/s1", "myapi/s2", "myapi/s3", "myapi/s4", "myapi/s5", "myapi/s6", "myapi/s7", "myapi/s8", "myapi/s9", "myapi/s10"] } }
