name     = "shop"
region   = "eu-west-1"
api_type = "http"

user_pool        = { domain_prefix = "shop-dev", triggers = { pre_sign_up = "gate" } }
resource_servers = { shop = { scopes = { all = "Every operation" } } }
clients          = { machine = { oauth_flows = ["client_credentials"], scopes = ["shop/all"] } }
functions = {
  shop = {
    source  = "lambdas/books"
    handler = "app.handler"
    runtime = "python3.12"
    tables  = ["orders"]
    tracing = true
    environment_from = {
      POOL_ID   = "user_pool.id"
      ISSUER    = "user_pool.issuer"
      CLIENT_ID = "clients.machin.id"
      ORDERS    = "tables.order.name"
      KEY_NAME  = "secret:shop/key"
      RATE      = "parameter:/shop/rate"
    }
  }
  gate = {
    source           = "lambdas/books"
    handler          = "app.handler"
    runtime          = "python3.12"
    environment_from = { POOL_ID = "user_pool.id", CLIENT_ID = "clients.machine.id" }
  }
}
tables = { orders = { hash_key = "id" } }
routes = { "GET /orders" = { function = "shop", scopes = ["shop/all"] } }
