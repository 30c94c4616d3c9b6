name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  both = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "live", snap_start = true, provisioned_concurrency = 2 }
  image = { image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a", alias = "live", snap_start = true }
  large = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "live", snap_start = true, ephemeral_storage = 513 }
  reserved = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", alias = "live", provisioned_concurrency = 6, reserved_concurrency = 5 }
}
routes = {
  "GET /both" = { function = "both", scopes = ["myapi/all"] }
  "GET /image" = { function = "image", scopes = ["myapi/all"] }
  "GET /large" = { function = "large", scopes = ["myapi/all"] }
  "GET /reserved" = { function = "reserved", scopes = ["myapi/all"] }
}
