name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  dotnet = { source = "lambdas/dotnet", handler = "Shop::Shop.Orders::Handle", runtime = "dotnet8" }
  program = { source = "lambdas/program", runtime = "provided.al2" }
  ruby = { source = "lambdas/ruby", handler = "app.Shop.handle", runtime = "ruby3.2" }
}
routes = {
  "GET /dotnet" = { function = "dotnet", scopes = ["myapi/all"] }
  "GET /program" = { function = "program", scopes = ["myapi/all"] }
  "GET /ruby" = { function = "ruby", scopes = ["myapi/all"] }
}
