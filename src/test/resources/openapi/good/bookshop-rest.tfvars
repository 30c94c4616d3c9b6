# The environment `bookshop-rest`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e bookshop-rest` checks it; docs/environment-file.md lists every key.
# NOTE: the base path `/v1` of `servers` is not in the routes
# NOTE: `DELETE /books/{id}`: the document requires all of `books/read`, `books/write`; API Gateway accepts a token with any one of them
# NOTE: `GET /books/{bookId}/pages`: the parameter `{bookId}` is called `{id}`, as in the other routes of that place
name       = "bookshop"
region     = "eu-west-1"
api_type   = "rest"
definition = "openapi"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
user_pool = {
  domain_prefix = "bookshop-rest"
}

# What scopes there are. A client asks for `<resource server>/<scope>`.
resource_servers = {
  books = {
    scopes = {
      read  = "Read books"
      write = "Change books"
    }
  }
}

# Who may ask for tokens.
clients = {
  machine = {
    oauth_flows = ["client_credentials"]
    scopes      = ["books/read", "books/write"]
  }
}

# What answers.
functions = {
  api = {
    source  = "lambdas/api"
    handler = "index.handler"
    runtime = "nodejs22.x"
  }
}

# What the API answers. A route without `scopes` and without `anonymous` requires an authenticated caller.
routes = {
  # listBooks: Lists books
  "GET /books" = { function = "api", scopes = ["books/read"] }
  # addBook
  "POST /books" = { function = "api", scopes = ["books/write"] }
  # removeBook
  "DELETE /books/{id}" = { function = "api", scopes = ["books/read", "books/write"] }
  # getBook
  "GET /books/{id}"       = { function = "api", scopes = ["books/read", "books/write"] }
  "GET /books/{id}/pages" = { function = "api", scopes = ["books/read"] }
  "ANY /files/{proxy+}"   = { function = "api", scopes = ["books/read"] }
  # health
  "GET /health" = { function = "api", anonymous = "bookshop.yaml requires no token here; give the reason" }
}

# How much each route takes; without it one caller can use up the account's limit.
throttle = {
  rate  = 100
  burst = 50
}

# A REST API writes its logs with one role for the account and region.
# Created here; write `false` when another stack creates it.
access_log = {
  account_role = true
}
