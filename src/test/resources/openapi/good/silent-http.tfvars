# The environment `silent-http`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e silent-http` checks it; docs/environment-file.md lists every key.
# NOTE: `GET /`: the document has no security; any authenticated caller can call
# NOTE: `GET /on/{no}`: the document has no security; any authenticated caller can call
# NOTE: `HEAD /on/{no}`: the document has no security; any authenticated caller can call
# NOTE: `GET /a-b/c`: the document has no security; any authenticated caller can call
# NOTE: `GET /a_b/d`: the document has no security; any authenticated caller can call
# NOTE: `GET /on/{other}/x`: the document has no security; any authenticated caller can call
name     = "silent"
region   = "eu-west-1"
api_type = "http"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
user_pool = {
  mfa = "OPTIONAL"
}

# Who may ask for tokens.
clients = {
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
  "GET /"             = { function = "api" }
  "GET /a-b/c"        = { function = "api" }
  "GET /a_b/d"        = { function = "api" }
  "GET /on/{no}"      = { function = "api" }
  "HEAD /on/{no}"     = { function = "api" }
  "GET /on/{other}/x" = { function = "api" }
}

# How much each route takes; without it one caller can use up the account's limit.
throttle = {
  rate  = 100
  burst = 50
}

# Findings that are right here, and why; they stay visible.
suppress = [
  { rule = "unsafe-oauth-flow", subject = "clients.people", reason = "signs people in by password, as `tollgate serve` can; USER_SRP alone is safer" },
]
