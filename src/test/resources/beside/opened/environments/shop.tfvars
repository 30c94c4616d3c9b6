name             = "orders"
region           = "eu-west-1"
api_type         = "rest"
user_pool        = { domain_prefix = "orders" }
resource_servers = { orders = { scopes = { read = "Read" } } }
clients          = { batch = { oauth_flows = ["client_credentials"], scopes = ["orders/read"] } }
functions        = { echo = { existing = "example" } }
routes = {
  "GET /orders"   = { function = "echo", scopes = ["orders/read"] }
  "GET /archives" = { function = "echo", scopes = ["orders/read"] }
}
throttle  = { rate = 100, burst = 50 }
terraform = ["infra"]
