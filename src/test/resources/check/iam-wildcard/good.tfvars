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
    policy = [
      { actions = ["sns:Publish"], resources = ["arn:aws:sns:eu-west-1:123456789012:alerts"] },
      { actions = ["s3:Get*"], resources = ["arn:aws:s3:::books/*", "arn:aws:iam::aws:policy/Read"] },
    ]
  }
}
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
