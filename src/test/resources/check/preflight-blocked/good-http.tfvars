name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = {
  "$default"          = { function = "books", scopes = ["myapi/all"] }
  "ANY /books/{id}"   = { function = "books", scopes = ["myapi/all"] }
  "OPTIONS /books/{book}" = { function = "books", anonymous = "preflights" }
  "OPTIONS /{proxy+}" = { function = "books", anonymous = "preflights" }
}
cors = {
  allow_origins = ["https://app.example.com"]
  allow_methods = ["GET"]
  allow_headers = ["Authorization"]
}
