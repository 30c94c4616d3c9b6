name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = {
  "GET /book/{id}/cover"   = { function = "books", scopes = ["myapi/all"] }
  "GET /book/{isbn}/pages" = { function = "books", scopes = ["myapi/all"] }
  "GET /{a}" = { function = "books", scopes = ["myapi/all"] }
  "ANY /{proxy+}" = { function = "books", scopes = ["myapi/all"] }
}
