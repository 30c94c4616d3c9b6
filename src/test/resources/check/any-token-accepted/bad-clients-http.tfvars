name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
clients = {
  people  = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] }
  staff   = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] }
}
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books" } }
