name     = "orders"
region   = "eu-west-1"
api_type = "http"

user_pool = {
  domain_prefix = "orders-example"
  sign_in       = ["email"]
  groups        = { staff = {} }
}
resource_servers = { orders = { scopes = { read = "Read orders", write = "Change orders" } } }
clients = {
  web     = { oauth_flows = ["code"], scopes = ["openid", "orders/read"], callback_urls = ["https://www.example.com/"] }
  machine = { oauth_flows = ["client_credentials"], scopes = ["orders/read", "orders/write"] }
}

functions     = { api = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" } }
routes        = { "GET /orders" = { function = "api", scopes = ["orders/read"] } }
custom_domain = { zone = "example.com", api = "api.example.com" }
terraform     = ["infra/http"]
