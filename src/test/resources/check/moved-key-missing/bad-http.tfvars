name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { library = { existing = "books" } }
routes = { "GET /book" = { function = "library", scopes = ["myapi/all"] } }
moved = {
  "functions.books"   = "functions.libary"
  "clients.machine"   = "clients.machine2"
  "clients.robot"     = "functions.library"
  "functions.library" = "functions.library"
}
