# Article C: an HTTP API in front of two functions in a private network.
name     = "item-api"
region   = "eu-west-1"
api_type = "http"

user_pool        = { name = "item-api-user-pool", domain_prefix = "item-api-example" }
resource_servers = { items = { scopes = { read = "Read items", create = "Create items" } } }
clients = {
  client = {
    name        = "item-api-client"
    oauth_flows = ["client_credentials"]
    scopes      = ["items/read", "items/create"]
  }
}
authorizer = { name = "CognitoJWTAuthorizer" }

functions = {
  get-items = {
    name        = "get-items"
    source      = "lambdas/get_items"
    handler     = "app.handler"
    runtime     = "python3.12"
    memory_size = 256
    timeout     = 60
    environment = { ITEMS_TABLE = "items" }
    read_tables = ["items"]
    vpc         = { subnet_ids = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"], security_group_ids = ["sg-0a1b2c3d4e5f60003"] }
  }
  create-item = {
    name        = "create-item"
    source      = "lambdas/create_item"
    handler     = "app.handler"
    runtime     = "python3.12"
    memory_size = 256
    timeout     = 60
    environment = { ITEMS_TABLE = "items" }
    tables      = ["items"]
    vpc         = { subnet_ids = ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002"], security_group_ids = ["sg-0a1b2c3d4e5f60003"] }
  }
}

tables = { items = { hash_key = "item_id" } }

routes = {
  "GET /items"         = { function = "get-items", scopes = ["items/read"] }
  "POST /items/create" = { function = "create-item", scopes = ["items/create"] }
}

cors = {
  allow_origins = ["*"]
  allow_methods = ["GET", "POST"]
  allow_headers = ["Content-Type", "Authorization"]
  max_age       = 3600
}

suppress = [
  {
    rule    = "cors-too-open"
    subject = "cors.allow_origins"
    reason  = "the article's own value; tokens are sent in a header by pages that have one, never by the browser itself"
  },
  {
    rule    = "timeout-exceeds-gateway"
    subject = "functions.get-items"
    reason  = "the article's own value; the caller gets a 503 after 30 s"
  },
  {
    rule    = "timeout-exceeds-gateway"
    subject = "functions.create-item"
    reason  = "the article's own value; the caller gets a 503 after 30 s"
  },
  {
    rule    = "no-throttling"
    subject = "aws_apigatewayv2_stage.api"
    reason  = "as in the article: an example, which the account's own limit is enough for"
  },
  {
    rule    = "cors-too-open"
    subject = "aws_apigatewayv2_api.api"
    reason  = "the article's own value; tokens are sent in a header by pages that have one, never by the browser itself"
  },
]
