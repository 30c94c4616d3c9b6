# Article B: a REST API with custom domains for the API and for the tokens.
name        = "books"
description = "Books, secured with Amazon Cognito"
region      = "us-east-1"
api_type    = "rest"
stage       = "prod"

user_pool        = { name = "my_cognito_user_pool" }
resource_servers = { myapi = { name = "cognito_resource_server", scopes = { all = "Get access to all API Gateway endpoints." } } }
clients          = { cognito_client = { name = "cognito_client", oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
authorizer       = { name = "my_authorizer", ttl = 0 }

functions = {
  books = {
    source             = "lambdas/books"
    handler            = "app.handler"
    runtime            = "python3.12"
    memory_size        = 128
    timeout            = 10
    log_retention_days = 7
    environment        = { DYNAMODB_TABLE = "Books_Table" }
    tables             = ["Books_Table"]
  }
}

tables = {
  Books_Table = {
    hash_key       = "book_id"
    read_capacity  = 5
    write_capacity = 5
    items          = "lambdas/books/books.json"
  }
}

routes = {
  "GET /books"   = { function = "books", scopes = ["myapi/all"] }
  "GET /book"    = { function = "books", scopes = ["myapi/all"] }
  "POST /book"   = { function = "books", scopes = ["myapi/all"] }
  "PATCH /book"  = { function = "books", scopes = ["myapi/all"] }
  "DELETE /book" = { function = "books", scopes = ["myapi/all"] }
}

custom_domain = {
  zone               = "example.org"
  api                = "api.example.org"
  auth               = "auth.example.org"
  certificate_names  = ["example.org"]
  validation_timeout = "5m"
  apex_placeholder   = true
}

access_log = { retention_days = 7, level = "INFO", metrics = true, account_role = true }

suppress = [
  {
    rule    = "no-throttling"
    subject = "aws_api_gateway_stage.api"
    reason  = "as in the article: an example, which the account's own limit is enough for"
  },
  {
    rule    = "routes-as-resources"
    subject = "definition"
    reason  = "the article makes a resource of each route"
  },
]
