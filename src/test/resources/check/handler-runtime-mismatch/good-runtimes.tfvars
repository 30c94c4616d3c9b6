name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  java = { source = "lambdas/java", handler = "com.example.Handler::handleRequest", runtime = "java21" }
  plain = { source = "lambdas/java", handler = "com.example.Handler", runtime = "java25" }
  jar = { source = "lambdas/jar", handler = "com.example.Other::handle", runtime = "java17" }
  ruby = { source = "lambdas/ruby", handler = "app.Shop.handle", runtime = "ruby3.4" }
  nested = { source = "lambdas/ruby", handler = "app.Shop::Orders.handle", runtime = "ruby3.3" }
  dotnet = { source = "lambdas/dotnet", handler = "Shop::Shop.Orders::Handle", runtime = "dotnet8" }
  program = { source = "lambdas/program", runtime = "provided.al2023" }
  named = { source = "lambdas/program", handler = "anything", runtime = "provided.al2023" }
  image = { image = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a", architecture = "arm64" }
}
routes = {
  "GET /java" = { function = "java", scopes = ["myapi/all"] }
  "GET /plain" = { function = "plain", scopes = ["myapi/all"] }
  "GET /jar" = { function = "jar", scopes = ["myapi/all"] }
  "GET /ruby" = { function = "ruby", scopes = ["myapi/all"] }
  "GET /nested" = { function = "nested", scopes = ["myapi/all"] }
  "GET /dotnet" = { function = "dotnet", scopes = ["myapi/all"] }
  "GET /program" = { function = "program", scopes = ["myapi/all"] }
  "GET /named" = { function = "named", scopes = ["myapi/all"] }
  "GET /image" = { function = "image", scopes = ["myapi/all"] }
}
