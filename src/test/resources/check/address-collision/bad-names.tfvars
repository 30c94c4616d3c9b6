name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = {
  myapi             = { scopes = { all = "Every operation" } }
  "https://my.api"  = { scopes = { all = "Every operation" } }
  my-api            = { scopes = { all = "Every operation" } }
}
clients = {
  get-items = { oauth_flows = ["client_credentials"], scopes = ["myapi/all", "my-api/all"] }
  get_items = { oauth_flows = ["client_credentials"], scopes = ["myapi/all", "https://my.api/all"] }
}
functions = {
  get-items = { existing = "get-items" }
  get_items = { existing = "get_items" }
}
tables = {
  "Books.Table" = { hash_key = "book_id" }
  Books_Table   = { hash_key = "book_id" }
}
routes = {
  "GET /a" = { function = "get-items", scopes = ["myapi/all"] }
  "GET /b" = { function = "get_items", scopes = ["myapi/all"] }
}
access_log = { account_role = true }
