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
      DB_PASSWORD    = "correct horse"
      STRIPE_API_KEY = "k-1234567890"
      SETTINGS       = "{\"key\":\"AKIAIOSFODNN7EXAMPLE\"}"
      PEM            = "-----BEGIN RSA PRIVATE KEY-----\nMIIE"
      DATABASE_URL   = "postgres://books:horse@db.example.com/books"
    }
  }
}
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
