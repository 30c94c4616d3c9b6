# The books application on an HTTP API: for developers, cheap, and easy to throw away.
name     = "books-dev"
region   = "eu-west-1"
api_type = "http"
tags     = { application = "books", environment = "dev" }

user_pool = {
  domain_prefix       = "books-dev-example"
  deletion_protection = false # a development pool may go; staging and prod keep the default
}

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
    source      = "lambdas/books"
    handler     = "app.handler"
    runtime     = "python3.12"
    environment = { DYNAMODB_TABLE = "books-dev" }
    tables      = ["books-dev"]
  }
}

tables = {
  books-dev = { hash_key = "book_id", items = "lambdas/books/books.json", deletion_protection = false }
}

routes = {
  "GET /books"             = { function = "books", scopes = ["books/read"] }
  "GET /book/{book_id}"    = { function = "books", scopes = ["books/read"] }
  "POST /book"             = { function = "books", scopes = ["books/write"] }
  "PATCH /book/{book_id}"  = { function = "books", scopes = ["books/write"] }
  "DELETE /book/{book_id}" = { function = "books", scopes = ["books/write"] }
  "GET /health"            = { function = "books", anonymous = "probe of the load balancer, tells nothing but that it runs" }
}

cors = {
  allow_origins = ["http://localhost:3000"]
  allow_methods = ["GET", "POST", "PATCH", "DELETE"]
  allow_headers = ["Authorization", "Content-Type"]
}

throttle   = { rate = 20, burst = 10 }
access_log = { retention_days = 7 }

suppress = [
  {
    rule    = "user-pool-deletable"
    subject = "user_pool"
    reason  = "a development pool may go, and its users with it"
  },
]
