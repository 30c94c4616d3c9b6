name     = "shop"
region   = "us-east-1"
api_type = "http"

user_pool = { deletion_protection = false }
clients   = { till = { auth_flows = ["USER_SRP"] } }
functions = { goods = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" } }
routes    = {
  "GET /goods" = { function = "goods" }
  "GET /a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way/0" = { function = "goods" }
  "GET /a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way/1" = { function = "goods" }
  "GET /a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way/2" = { function = "goods" }
  "GET /a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way/3" = { function = "goods" }
  "GET /a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way/4" = { function = "goods" }
  "GET /a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way-a-long-way/5" = { function = "goods" }
}
