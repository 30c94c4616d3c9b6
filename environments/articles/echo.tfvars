# Article D, second half: an API whose tokens come from the pool that `auth` publishes.
name     = "echo"
region   = "us-east-1"
api_type = "rest"
stage    = "v1"

user_pool = { source = "ssm", ssm_prefix = "/shared-auth" }
resource_servers = {
  layerless-esbuild = { name = "Layerless ESBuild", scopes = { api = "Allow api access" } }
}
clients = {
  postman = { oauth_flows = ["client_credentials"], scopes = ["layerless-esbuild/api"] }
}

functions  = { echo = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" } }
routes     = { "POST /echo" = { function = "echo", scopes = ["layerless-esbuild/api"] } }
access_log = { account_role = true }

suppress = [
  {
    rule    = "no-throttling"
    subject = "aws_api_gateway_stage.api"
    reason  = "as in the article: an example, which the account's own limit is enough for"
  },
  {
    rule    = "name-shared"
    subject = "access_log.account_role"
    reason  = "each article is a system of its own, for whoever tries it in an account of their own"
  },
  {
    rule    = "routes-as-resources"
    subject = "definition"
    reason  = "the article makes a resource of each route"
  },
]
