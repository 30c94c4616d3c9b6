name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  java = { source = "lambdas/books", handler = "app.handler", runtime = "java21" }
  ruby = { source = "lambdas/books", handler = "app.handler", runtime = "ruby3.4" }
  python = { source = "lambdas/ruby", handler = "app.handle", runtime = "python3.13" }
  colons = { source = "lambdas/books", handler = "app::handler", runtime = "python3.13" }
  rights = { source = "lambdas/unstartable", runtime = "provided.al2023" }
}
routes = {
  "GET /java" = { function = "java", scopes = ["myapi/all"] }
  "GET /ruby" = { function = "ruby", scopes = ["myapi/all"] }
  "GET /python" = { function = "python", scopes = ["myapi/all"] }
  "GET /colons" = { function = "colons", scopes = ["myapi/all"] }
  "GET /rights" = { function = "rights", scopes = ["myapi/all"] }
}
