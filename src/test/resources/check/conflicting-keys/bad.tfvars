name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { source = "ssm", ssm_prefix = "/auth", domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books", handler = "app.handler" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"], anonymous = "for everybody" } }
access_log = { account_role = true }
