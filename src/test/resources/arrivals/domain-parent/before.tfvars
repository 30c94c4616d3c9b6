name     = "shop"
region   = "us-east-1"
api_type = "http"
stage    = "v1"

user_pool        = { deletion_protection = false }
resource_servers = { goods = { scopes = { read = "Read" } } }
clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["goods/read"] } }
functions        = { goods = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" } }
routes           = { "GET /goods" = { function = "goods", scopes = ["goods/read"] } }

custom_domain = { zone = "example.com", api = "shop.example.com", auth = "login.shop.example.com", certificate_names = ["shop.example.com", "login.shop.example.com"] }
