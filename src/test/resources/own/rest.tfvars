name       = "orders"
region     = "eu-west-1"
api_type   = "rest"
definition = "resources"
stage      = "v1"

user_pool        = { domain_prefix = "orders-example", ssm_prefix = "/orders/auth" }
resource_servers = { orders = { scopes = { read = "Read orders", write = "Change orders" } } }
clients = {
  web     = { oauth_flows = ["code"], scopes = ["openid", "orders/read"], callback_urls = ["https://www.example.com/"] }
  machine = { oauth_flows = ["client_credentials"], scopes = ["orders/read", "orders/write"] }
}

functions = { api = { source = "lambdas/echo", package_bucket = "orders-packages", layers = ["shared"], handler = "index.handler", runtime = "nodejs22.x", tables = ["orders"], alias = "live", provisioned_concurrency = 1, on_failure = "arn:aws:sqs:eu-west-1:111122223333:lost", schedules = { nightly = { expression = "rate(1 day)" } }, topics = ["arn:aws:sns:eu-west-1:111122223333:news"], streams = { orders = {} } } }
tables    = { orders = { hash_key = "id", stream = "NEW_IMAGE", read_capacity = 5, write_capacity = 5, autoscaling = { max_read_capacity = 50, max_write_capacity = 50 } } }
layers    = { shared = { source = "src/test/resources/packed/shared" } }
routes = {
  "GET /orders"      = { function = "api", scopes = ["orders/read"] }
  "GET /orders/{id}" = { function = "api", scopes = ["orders/read"] }
  "POST /orders"     = { function = "api", scopes = ["orders/write"] }
}

cors          = { allow_origins = ["https://www.example.com"], allow_methods = ["GET", "POST"], allow_headers = ["authorization"] }
custom_domain = { zone = "example.com", api = "api.example.com" }
access_log    = { account_role = true }
terraform     = ["infra/rest"]
