name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = {
  "PUT /books" = { function = "books", scopes = ["myapi/all"] }
}
cors = {
  allow_origins = ["https://app.example.com"]
  allow_methods = ["GET", "PUT"]
  allow_headers = ["authorization"]
}
