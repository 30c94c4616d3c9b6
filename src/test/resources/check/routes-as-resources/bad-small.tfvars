name     = "shop"
region   = "eu-west-1"
api_type = "rest"

user_pool        = { domain_prefix = "shop-example" }
resource_servers = { shop = { scopes = { read = "Read" } } }
clients          = { reader = { oauth_flows = ["client_credentials"], scopes = ["shop/read"] } }

functions = { books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.13" } }

routes = {
  "GET /goods"            = { function = "books", scopes = ["shop/read"] }
  "GET /goods/{id}"       = { function = "books", scopes = ["shop/read"] }
  "GET /goods/{id}/price" = { function = "books", scopes = ["shop/read"] }
}

cors     = { allow_origins = ["https://shop.example.com"], allow_methods = ["GET"], allow_headers = ["Authorization"] }
throttle = { rate = 10, burst = 5 }
access_log = { account_role = true }
