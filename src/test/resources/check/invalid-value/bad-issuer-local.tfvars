name     = "books"
region   = "eu-west-1"
api_type = "http"

authorizer = { issuer = "https://localhost:8443/realms/books", audience = ["books"] }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books" } }
