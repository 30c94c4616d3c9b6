name     = "books"
region   = "eu-west-1"
api_type = "http"

authorizer = { issuer = "https://10.example.com/realms/books/", audience = ["books"] }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books" } }
