name     = "shop"
region   = "eu-west-1"
api_type = "rest"
stage    = "v1"
description = "goods"
access_log = { account_role = true }

user_pool        = { domain_prefix = "shop-example", deletion_protection = false, ssm_prefix = "/auth/shop" }
resource_servers = {
  goods  = { scopes = { read = "Read", write = "Write" } }
  orders = { scopes = { read = "Read" } }
}
clients = {
  till = { oauth_flows = ["client_credentials"], scopes = ["goods/read", "goods/write", "orders/read"] }
  web  = { oauth_flows = ["code"], auth_flows = ["USER_SRP", "REFRESH_TOKEN"], scopes = ["openid", "goods/read"], callback_urls = ["https://shop.example.com/in"], logout_urls = ["https://shop.example.com/out"] }
}
functions = {
  goods  = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x", tables = ["goods"] }
  orders = { source = "lambdas/sms", handler = "index.handler", runtime = "nodejs22.x" }
}
tables = { goods = { hash_key = "book_id", range_key = "page", range_key_type = "N", deletion_protection = false } }
throttle = { rate = 10, burst = 10 }
cors = { allow_origins = ["https://shop.example.com"], allow_methods = ["GET"], allow_headers = ["Authorization"] }
routes = {
  "GET /goods"            = { function = "goods", scopes = ["goods/read"] }
  "GET /goods/{good_id}"  = { function = "goods", scopes = ["goods/write"] }
  "GET /orders"           = { function = "orders", scopes = ["orders/read"] }
  "POST /goods/{good_id}/pages/{page}" = { function = "goods" }
  "GET /health"           = { function = "orders", anonymous = "for the monitor" }
}
