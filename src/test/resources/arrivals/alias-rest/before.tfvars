name     = "shop"
region   = "eu-west-1"
api_type = "rest"
stage    = "live"
access_log = { account_role = true }

user_pool        = { domain_prefix = "shop-example", deletion_protection = false, triggers = { pre_sign_up = "doorman" } }
resource_servers = { goods = { scopes = { read = "Read" } } }
clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["goods/read"] } }
functions = {
  goods = {
    source                  = "lambdas/echo"
    handler                 = "index.handler"
    runtime                 = "nodejs22.x"
    alias                   = "live"
    provisioned_concurrency = 2
  }
  doorman = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "live", snap_start = true }
}
routes = { "GET /goods" = { function = "goods", scopes = ["goods/read"] } }
