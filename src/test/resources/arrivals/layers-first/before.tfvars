name     = "shop"
region   = "eu-west-1"
api_type = "http"

user_pool        = { domain_prefix = "shop-example", deletion_protection = false }
resource_servers = { goods = { scopes = { read = "Read" } } }
clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["goods/read"] } }
functions = {
  goods = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x", alias = "live" }
}
routes = { "GET /goods" = { function = "goods", scopes = ["goods/read"] } }
