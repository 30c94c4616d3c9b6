# The environment `cognito-export-http`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e cognito-export-http` checks it; docs/environment-file.md lists every key.
name     = "cognito-export"
region   = "eu-west-1"
api_type = "http"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
user_pool = {
  domain_prefix = "export-http"
  mfa           = "OPTIONAL"
}

# What scopes there are. A client asks for `<resource server>/<scope>`.
resource_servers = {
  echo = {
    scopes = {
      write = "write"
    }
  }
}

# Who may ask for tokens.
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

# What the API answers. A route without `scopes` and without `anonymous` requires an authenticated caller.
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

# Findings that are right here, and why; they stay visible.
suppress = [
  { rule = "unsafe-oauth-flow", subject = "clients.people", reason = "signs people in by password, as `tollgate serve` can; USER_SRP alone is safer" },
  { rule = "any-token-accepted", subject = "routes.GET /me", reason = "cognito-export.json requires a token here, and no scope" },
]
