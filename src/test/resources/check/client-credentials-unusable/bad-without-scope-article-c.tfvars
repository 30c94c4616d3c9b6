name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
clients = { item-api-client = { oauth_flows = ["client_credentials"] } }
functions = { books = { existing = "books" } }
routes = { "GET /items" = { function = "books" } }
