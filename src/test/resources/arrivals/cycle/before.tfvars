name     = "shop"
region   = "us-east-1"
api_type = "http"

user_pool = { deletion_protection = false, password_minimum_length = 12 }
clients   = { people = { auth_flows = ["REFRESH_TOKEN", "USER_SRP"] } }
functions = { goods = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x", alias = "live", environment_from = { CLIENT = "clients.people.id" } } }
routes    = { "GET /goods" = { function = "goods" } }
