name     = "shop"
region   = "eu-west-1"
api_type = "http"

user_pool        = { domain_prefix = "shop-example" }
resource_servers = { shop = { scopes = { read = "Read", write = "Write" } } }
clients = {
  reader = { oauth_flows = ["client_credentials"], scopes = ["shop/read"] }
  editor = { oauth_flows = ["client_credentials"], scopes = ["shop/read", "shop/write"] }
  people = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] }
}

functions = { api = { source = "lambdas/api", handler = "index.handler", runtime = "nodejs22.x" } }

routes = {
  "GET /goods"      = { function = "api", scopes = ["shop/read"] }
  "POST /goods"     = { function = "api", scopes = ["shop/write"] }
  "GET /goods/{id}" = { function = "api", scopes = ["shop/read"] }
  "GET /me"         = { function = "api" }
  "GET /health"     = { function = "api", anonymous = "probe of the load balancer" }
}

cors = {
  allow_origins = ["https://shop.example.com", "https://www.example.com"]
  allow_methods = ["GET", "POST"]
  allow_headers = ["Authorization", "Content-Type"]
  max_age       = 600
}
