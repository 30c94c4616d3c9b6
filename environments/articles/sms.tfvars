# Article A: one route, machine to machine, sends a text message.
name     = "my-api"
region   = "us-east-1"
api_type = "rest"
stage    = "v1"

user_pool        = { name = "my-api-user-pool", domain_prefix = "my-api-serverless" }
resource_servers = { my-api = { name = "resource-server-my-api", scopes = { sms = "All resources" } } }
clients = {
  client = {
    name        = "my-api-client"
    oauth_flows = ["client_credentials"]
    auth_flows  = ["CUSTOM", "REFRESH_TOKEN"]
    scopes      = ["my-api/sms"]
  }
}

functions = {
  sms = {
    source  = "lambdas/sms"
    handler = "index.handler"
    runtime = "nodejs22.x"
    policy  = [{ actions = ["sns:Publish"], resources = ["*"] }]
  }
}

routes     = { "POST /sms" = { function = "sms", scopes = ["my-api/sms"] } }
access_log = { account_role = true }

suppress = [
  {
    rule    = "iam-wildcard"
    subject = "functions.sms"
    reason  = "a text message goes to a phone number, which has no ARN; SNS knows no narrower resource"
  },
  {
    rule    = "no-throttling"
    subject = "aws_api_gateway_stage.api"
    reason  = "as in the article: an example, which the account's own limit is enough for"
  },
  {
    rule    = "client-refused"
    subject = "aws_cognito_user_pool_client.client"
    reason  = "the article's client lists CUSTOM, and nobody signs in that way"
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
