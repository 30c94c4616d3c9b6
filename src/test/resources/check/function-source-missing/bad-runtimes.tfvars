name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  java = { source = "lambdas/java", handler = "com.example.Absent::handle", runtime = "java21" }
  ruby = { source = "lambdas/ruby", handler = "main.handle", runtime = "ruby3.4" }
  method = { source = "lambdas/ruby", handler = "app.Shop.absent", runtime = "ruby3.4" }
  dotnet = { source = "lambdas/dotnet", handler = "Absent::Shop.Orders::Handle", runtime = "dotnet8" }
  program = { source = "lambdas/java", runtime = "provided.al2023" }
}
routes = {
  "GET /java" = { function = "java", scopes = ["myapi/all"] }
  "GET /ruby" = { function = "ruby", scopes = ["myapi/all"] }
  "GET /method" = { function = "method", scopes = ["myapi/all"] }
  "GET /dotnet" = { function = "dotnet", scopes = ["myapi/all"] }
  "GET /program" = { function = "program", scopes = ["myapi/all"] }
}
