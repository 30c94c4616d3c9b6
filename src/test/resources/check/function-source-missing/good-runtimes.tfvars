name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  java = { source = "lambdas/java", handler = "com.example.Handler::handle", runtime = "java21" }
}
routes = {
  "GET /java" = { function = "java", scopes = ["myapi/all"] }
}
