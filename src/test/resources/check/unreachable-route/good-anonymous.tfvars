name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
functions = { books = { existing = "books" } }
routes = { "GET /health" = { function = "books", anonymous = "load balancer probe" } }
access_log = { account_role = true }
