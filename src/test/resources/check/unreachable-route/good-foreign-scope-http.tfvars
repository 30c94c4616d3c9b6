name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { source = "ssm", ssm_prefix = "/auth" }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["other/all"] } }
functions = { books = { existing = "books" } }
routes = {
  "GET /books"  = { function = "books", scopes = ["other/all"] }
}
