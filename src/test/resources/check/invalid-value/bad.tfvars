name     = "9books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "my-cognito" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books = {
    source = "lambdas/books"
    handler = "app.handler"
    runtime = "pyton3.12"
    timeout = 901
    memory_size = 127.5
  }
}
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
