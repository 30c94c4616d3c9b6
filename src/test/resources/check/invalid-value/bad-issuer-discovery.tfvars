name     = "books"
region   = "eu-west-1"
api_type = "http"

authorizer = { issuer = "https://login.example.com/.well-known/openid-configuration", audience = ["books"] }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books" } }
