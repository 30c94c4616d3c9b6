name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev", triggers = { pre_sign_up = "a", post_confirmation = "a" } }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  a = { existing = "shop" }
  b = { existing = "shop" }
}
routes = {
  "GET /a" = { function = "b", scopes = ["myapi/all"] }
}
