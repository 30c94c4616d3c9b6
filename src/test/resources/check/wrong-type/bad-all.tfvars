name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = "create"
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books = {
    source = "lambdas/books"
    handler = "app.handler"
    runtime = "python3.12"
    timeout = "soon"
    tables = [null]
  }
}
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
tags = ["a"]
