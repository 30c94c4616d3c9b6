name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { source = "ssm", ssm_prefix = "/auth" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
custom_domain = { zone = "example.com", auth = "auth.example.com", apex_placeholder = true }
access_log = { account_role = true }
