# What the examples of the rules' pages do not say.
name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool        = { domain_prefix = "books-example" }
resource_servers = { books = { scopes = { read = "Read books", write = "Change books" } } }
clients          = { editor = { oauth_flows = ["client_credentials"], scopes = ["books/read", "books/write"] } }
functions        = { books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.13" } }
routes           = { "GET /books" = { function = "books", scopes = ["books/read"] } }
