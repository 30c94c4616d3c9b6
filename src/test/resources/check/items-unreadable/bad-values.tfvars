name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", tables = ["Deep", "Numbers", "Unnamed", "LongKey", "LongRange"] } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
tables = {
  Deep      = { hash_key = "id", items = "items/deep.json" }
  Numbers   = { hash_key = "id", items = "items/number-sizes.json" }
  Unnamed   = { hash_key = "id", items = "items/unnamed.json" }
  LongKey   = { hash_key = "id", items = "items/long-key.json" }
  LongRange = { hash_key = "id", range_key = "at", items = "items/long-range.json" }
}
