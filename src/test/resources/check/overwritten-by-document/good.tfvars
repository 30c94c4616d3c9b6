name     = "books"
region   = "eu-west-1"
api_type = "rest"
definition = "openapi"
user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.13" } }
access_log = { account_role = true }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
terraform = ["infra/other-api"]
