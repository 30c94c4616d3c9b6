name     = "books"
region   = "eu-west-1"
api_type = "http"

authorizer = { issuer = "https://login.example.com/", audience = ["books"] }
functions = { books = { existing = "books" } }
routes = {
  "GET /books" = { function = "books", scopes = ["read:books"] }
}
