# A shop, whose routes are described in one way or the other.
name     = "shop"
region   = "eu-west-1"
api_type = "rest"
stage    = "v1"

user_pool        = { domain_prefix = "shop-example" }
resource_servers = { shop = { scopes = { read = "Read", "wri$te" = "Change $${x}" } } }
clients = {
  reader = { oauth_flows = ["client_credentials"], scopes = ["shop/read"] }
  people = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] }
  editor = { oauth_flows = ["client_credentials"], scopes = ["shop/read", "shop/wri$te"] }
}

functions = {
  echo   = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" }
  legacy = { existing = "example" }
}

routes = {
  "GET /goods"            = { function = "echo", scopes = ["shop/read", "shop/wri$te"] }
  "PUT /goods/{good_id}"  = { function = "echo", scopes = ["shop/wri$te"] }
  "GET /me"               = { function = "echo" }
  "ANY /old/{proxy+}"     = { function = "legacy", scopes = ["shop/read"] }
  "GET /health"           = { function = "echo", anonymous = "probe of the load balancer" }
}

cors = {
  allow_origins = ["https://shop.example.com", "https://www.example.com"]
  allow_methods = ["GET", "PUT"]
  allow_headers = ["Authorization"]
}

throttle   = { rate = 10, burst = 5 }
access_log = { account_role = true }
