name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { "my|api" = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["my|api/all"] } }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["my|api/all"] } }
