name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev", ssm_prefix = "/auth/dev" }
resource_servers = { myapi = { scopes = { all = "Every operation", read = "Read", write = "Write" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
