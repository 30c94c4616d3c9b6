name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = { books = { existing = "books" } }
routes = {
  "GET /collection0/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection1/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection2/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection3/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection4/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection5/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection6/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection7/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection8/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection9/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection10/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection11/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection12/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection13/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection14/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection15/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection16/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection17/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection18/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection19/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection20/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection21/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection22/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection23/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection24/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection25/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection26/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
  "GET /collection27/{id}/entry" = { function = "books", scopes = ["myapi/all"] }
}
access_log = { account_role = true }
