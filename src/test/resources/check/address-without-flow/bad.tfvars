name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = {
  machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"], callback_urls = ["https://app.example.com/in"] }
  people  = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"], callback_urls = ["https://app.example.com/in"], logout_urls = ["https://app.example.com/out"] }
}
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
