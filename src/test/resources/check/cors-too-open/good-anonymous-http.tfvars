name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
functions = { books = { existing = "books" } }
routes = { "GET /health" = { function = "books", anonymous = "load balancer probe" } }
cors = {
  allow_origins = ["*"]
  allow_methods = ["GET"]
  allow_headers = ["Authorization"]
}
