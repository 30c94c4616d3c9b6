name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  books = {
    source = "lambdas/books"
    handler = "app.handler"
    runtime = "python3.12"
    tables = ["Absent", "Broken", "Mistakes", "Numbers", "Object", "Outside"]
  }
}
tables = {
  Absent   = { hash_key = "book_id", items = "items/absent.json" }
  Broken   = { hash_key = "book_id", items = "items/broken.json" }
  Mistakes = { hash_key = "book_id", items = "items/mistakes.json" }
  Numbers  = { hash_key = "shelf", hash_key_type = "N", range_key = "slot", items = "items/numbers.json" }
  Object   = { hash_key = "book_id", items = "items/object.json" }
  Outside  = { hash_key = "book_id", items = "../items/books.json" }
}
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
