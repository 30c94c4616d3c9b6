name     = "books"
region   = "eu-west-1"
api_type = "http"

authorizer = { issuer = "https://10.0.0.5/realms/books", audience = ["books"] }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books" } }
