name     = "books"
region   = "eu-west-1"
api_type = "http"

resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
authorizer = { issuer = "https://login.example.com/", audience = ["books"] }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
custom_domain = { zone = "example.com", auth = "auth.example.com", apex_placeholder = true }
