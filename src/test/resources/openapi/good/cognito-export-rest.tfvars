# The environment `cognito-export-rest`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e cognito-export-rest` checks it; docs/environment-file.md lists every key.
name       = "cognito-export"
region     = "eu-west-1"
api_type   = "rest"
definition = "openapi"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
user_pool = {
  domain_prefix = "export-rest"
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

# A REST API writes its logs with one role for the account and region.
# Created here; write `false` when another stack creates it.
access_log = {
  account_role = true
}

# Findings that are right here, and why; they stay visible.
suppress = [
  { rule = "unsafe-oauth-flow", subject = "clients.people", reason = "signs people in by password, as `tollgate serve` can; USER_SRP alone is safer" },
]
