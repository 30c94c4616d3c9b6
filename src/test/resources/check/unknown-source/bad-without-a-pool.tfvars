name     = "shop"
region   = "eu-west-1"

api_type = "http"

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
      ORDERS    = "tables.orders.name"
      KEY_NAME  = "secret:shop/key"
      RATE      = "parameter:/shop/rate"
    }
  }
  gate = {
    source           = "lambdas/books"
    handler          = "app.handler"
    runtime          = "python3.12"
    environment_from = { RATE = "parameter:/shop/rate" }
  }
}
tables = { orders = { hash_key = "id" } }
routes = { "GET /orders" = { function = "shop", anonymous = "for the test" } }
