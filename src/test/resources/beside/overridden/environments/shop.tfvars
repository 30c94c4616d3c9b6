name      = "shop"
region    = "eu-west-1"
api_type  = "http"
user_pool = { domain_prefix = "shop", deletion_protection = false }
clients   = { web = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
functions = { echo = { existing = "example" } }
routes    = { "GET /cart" = { function = "echo" }, "GET /goods" = { function = "echo", anonymous = "shop window" } }
throttle  = { rate = 100, burst = 50 }
terraform = ["infra"]
