name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = { ssm_prefix = "/auth/prod" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {}
routes = {}
custom_domain = { zone = "example.com", auth = "auth.example.com", apex_placeholder = true }
