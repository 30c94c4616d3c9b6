name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { source = "existing", id = "us-east-1_AbCdEf123", domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
