# The environment `silent-rest`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e silent-rest` checks it; docs/environment-file.md lists every key.
# NOTE: `GET /`: the document has no security; any authenticated caller can call
# NOTE: `GET /on/{no}`: the document has no security; any authenticated caller can call
# NOTE: `HEAD /on/{no}`: the document has no security; any authenticated caller can call
# NOTE: `GET /a-b/c`: the document has no security; any authenticated caller can call
# NOTE: `GET /a_b/d` is left out: `/a_b` and `/a-b` have the same name in Terraform, `a_b`
# NOTE: `GET /on/{other}/x`: the parameter `{other}` is called `{no}`, as in the other routes of that place
# NOTE: `GET /on/{no}/x`: the document has no security; any authenticated caller can call
name       = "silent"
region     = "eu-west-1"
api_type   = "rest"
definition = "openapi"

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
  "GET /"          = { function = "api" }
  "GET /a-b/c"     = { function = "api" }
  "GET /on/{no}"   = { function = "api" }
  "HEAD /on/{no}"  = { function = "api" }
  "GET /on/{no}/x" = { function = "api" }
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
