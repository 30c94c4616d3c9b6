name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books = {
    source = "lambdas/books"
    handler = "app.handler"
    runtime = "python3.12"
    environment = {
      DB_PASSWORD_ARN  = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"
      DB_PASSWORD      = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"
      TOKEN_URL        = "https://auth.example.com/oauth2/token"
      API_KEY_NAME     = "x-api-key"
      SECRET_PARAMETER = "/books/secret"
      MAX_TOKEN        = "100"
      DATABASE_URL     = "postgres://db.example.com/books"
    }
  }
}
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
