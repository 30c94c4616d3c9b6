name     = "books"
region   = "eu-west-1"
api_type = "none"
stage    = "prod"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
authorizer = { ttl = 0 }
functions = { books = { existing = "books" } }
tables = { Books_Table = { hash_key = "book_id" } }
routes = {
  "$default" = { function = "books", scopes = ["myapi/all"] }
}
cors = { allow_origins = ["https://app.example.com"], allow_methods = ["GET"], allow_headers = ["Authorization"] }
custom_domain = { zone = "example.com", api = "api.example.com" }
throttle = { rate = 10, burst = 5 }
access_log = { retention_days = 7, account_role = true }
