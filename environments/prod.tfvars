# The books application on a REST API, under names of its own. What customers call.
name     = "books-prod"
region   = "eu-west-1"
api_type = "rest"
tags     = { application = "books", environment = "prod" }

user_pool = { ssm_prefix = "/auth/prod" }

resource_servers = {
  books = {
    name   = "Books"
    scopes = { read = "Read books", write = "Add, change and remove books" }
  }
}

clients = {
  reader = { oauth_flows = ["client_credentials"], scopes = ["books/read"] }
  editor = { oauth_flows = ["client_credentials"], scopes = ["books/read", "books/write"] }
}

functions = {
  books = {
    source             = "lambdas/books"
    handler            = "app.handler"
    runtime            = "python3.12"
    memory_size        = 256
    log_retention_days = 365
    environment        = { DYNAMODB_TABLE = "books-prod", ALLOW_ORIGINS = "https://app.example.com" }
    tables             = ["books-prod"]
  }
}

tables = { books-prod = { hash_key = "book_id" } }

routes = {
  "GET /books"             = { function = "books", scopes = ["books/read"] }
  "GET /book/{book_id}"    = { function = "books", scopes = ["books/read"] }
  "POST /book"             = { function = "books", scopes = ["books/write"] }
  "PATCH /book/{book_id}"  = { function = "books", scopes = ["books/write"] }
  "DELETE /book/{book_id}" = { function = "books", scopes = ["books/write"] }
  "GET /health"            = { function = "books", anonymous = "probe of the load balancer, tells nothing but that it runs" }
}

cors = {
  allow_origins = ["https://app.example.com"]
  allow_methods = ["GET", "POST", "PATCH", "DELETE"]
  allow_headers = ["Authorization", "Content-Type"]
}

custom_domain = {
  zone             = "example.com"
  api              = "api.example.com"
  auth             = "auth.example.com"
  apex_placeholder = false
}

throttle   = { rate = 500, burst = 250 }
access_log = { retention_days = 365, metrics = true, account_role = false }

suppress = [
  {
    rule    = "auth-domain-parent-missing"
    subject = "custom_domain.auth"
    reason  = "example.com has its own A record, for the web site"
  },
  {
    rule    = "routes-as-resources"
    subject = "definition"
    reason  = "a plan of it shows each route by its own address, and `deploy` takes the further step"
  },
]
