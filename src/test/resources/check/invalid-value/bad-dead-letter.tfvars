name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  fifo = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", dead_letter = "arn:aws:sqs:eu-west-1:111122223333:lost.fifo" }
  name = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", dead_letter = "lost" }
  key = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", environment = { LEVEL = "info" }, kms_key_arn = "alias/codes" }
}
routes = {
  "GET /fifo" = { function = "fifo", scopes = ["myapi/all"] }
  "GET /name" = { function = "name", scopes = ["myapi/all"] }
  "GET /key" = { function = "key", scopes = ["myapi/all"] }
}
