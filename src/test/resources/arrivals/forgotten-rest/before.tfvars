name     = "shop"
region   = "us-east-1"
api_type = "rest"
stage    = "v1"
access_log = { account_role = true }

user_pool        = { domain_prefix = "shop-example" }
resource_servers = { goods = { scopes = { read = "Read" } } }
clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["goods/read"] } }
functions        = { goods = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" } }
routes           = { "GET /goods" = { function = "goods", scopes = ["goods/read"] } }
