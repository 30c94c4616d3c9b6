# The environment `cognito-export-http`, created by `tollgate init`. Edit it freely.
# `tollgate validate -e cognito-export-http` checks it, docs/environment-file.md lists every key.
name     = "cognito-export"
region   = "eu-west-1"
api_type = "http"

# The token issuer: this environment's own user pool, protected against deletion
# unless `deletion_protection = false`.
user_pool = {
  domain_prefix = "export-http"
  mfa           = "OPTIONAL"
}

# The scopes. A client requests `<resource server>/<scope>`.
resource_servers = {
  echo = {
    scopes = {
      write = "write"
    }
  }
}

# App clients, which request tokens.
clients = {
  machine = {
    oauth_flows = ["client_credentials"]
    scopes      = ["echo/write"]
  }
  people = {
    auth_flows = ["USER_PASSWORD", "USER_SRP", "REFRESH_TOKEN"]
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

# The routes of the API. A route without `scopes` and without `anonymous` requires an authenticated caller.
routes = {
  "OPTIONS /echo" = { function = "api", anonymous = "cognito-export.json requires no token here; give the reason" }
  "POST /echo"    = { function = "api", scopes = ["echo/write"] }
  "GET /me"       = { function = "api" }
}

# How much each route takes; without it one caller can use up the account's limit.
throttle = {
  rate  = 100
  burst = 50
}

# Accepted findings, each with a reason. They stay visible.
suppress = [
  { rule = "unsafe-oauth-flow", subject = "clients.people", reason = "signs people in by password, as `tollgate serve` can; USER_SRP alone is safer" },
  { rule = "any-token-accepted", subject = "routes.GET /me", reason = "cognito-export.json requires a token here, and no scope" },
]
