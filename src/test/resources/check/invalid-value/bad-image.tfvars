name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  tag = { image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:latest" }
  hub = { image = "python:3.12" }
}
routes = {
  "GET /tag" = { function = "tag", scopes = ["myapi/all"] }
  "GET /hub" = { function = "hub", scopes = ["myapi/all"] }
}
