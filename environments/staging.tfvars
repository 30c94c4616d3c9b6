# The books application on a REST API, under names of its own. The last stop before prod.
name     = "books-staging"
region   = "eu-west-1"
api_type = "rest"
tags     = { application = "books", environment = "staging" }

user_pool = { ssm_prefix = "/auth/staging" }

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
    memory_size        = 128
    log_retention_days = 30
    environment        = { DYNAMODB_TABLE = "books-staging", ALLOW_ORIGINS = "https://app.staging.example.com" }
    tables             = ["books-staging"]
  }
}

tables = { books-staging = { hash_key = "book_id", items = "lambdas/books/books.json" } }

routes = {
  "GET /books"             = { function = "books", scopes = ["books/read"] }
  "GET /book/{book_id}"    = { function = "books", scopes = ["books/read"] }
  "POST /book"             = { function = "books", scopes = ["books/write"] }
  "PATCH /book/{book_id}"  = { function = "books", scopes = ["books/write"] }
  "DELETE /book/{book_id}" = { function = "books", scopes = ["books/write"] }
  "GET /health"            = { function = "books", anonymous = "probe of the load balancer, tells nothing but that it runs" }
}

cors = {
  allow_origins = ["https://app.staging.example.com"]
  allow_methods = ["GET", "POST", "PATCH", "DELETE"]
  allow_headers = ["Authorization", "Content-Type"]
}

custom_domain = {
  zone             = "staging.example.com"
  api              = "api.staging.example.com"
  auth             = "auth.staging.example.com"
  apex_placeholder = true
}

throttle   = { rate = 50, burst = 25 }
access_log = { retention_days = 30, metrics = true, account_role = true }

suppress = [
  {
    rule    = "routes-as-resources"
    subject = "definition"
    reason  = "a plan of it shows each route by its own address, and `deploy` takes the further step"
  },
]
