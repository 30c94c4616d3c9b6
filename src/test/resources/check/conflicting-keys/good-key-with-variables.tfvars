name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d", environment = { LEVEL = "info" } }
  told = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d", environment_from = { POOL = "user_pool.id" }, dead_letter = "arn:aws:sns:eu-west-1:111122223333:lost" }
}
routes = {
  "GET /books" = { function = "books", scopes = ["myapi/all"] }
  "GET /told" = { function = "told", scopes = ["myapi/all"] }
}
