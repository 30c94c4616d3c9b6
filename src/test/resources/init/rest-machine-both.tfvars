# The environment `rest-machine-both`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e rest-machine-both` checks it; docs/environment-file.md lists every key.
name       = "rest-machine-both"
region     = "eu-west-1"
api_type   = "rest"
definition = "openapi"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
user_pool = {}

# What scopes there are. A client asks for `<resource server>/<scope>`.
resource_servers = {
  rest-machine-both = {
    scopes = {
      all = "Every operation of rest-machine-both"
    }
  }
}

# Who may ask for tokens.
clients = {
  machine = {
    oauth_flows = ["client_credentials"]
    scopes      = ["rest-machine-both/all"]
  }
}

# What answers.
functions = {
  api = {
    source  = "lambdas/api"
    handler = "index.handler"
    runtime = "nodejs22.x"
  }
  py = {
    source  = "lambdas/py"
    handler = "app.handler"
    runtime = "python3.13"
  }
  here = {
    existing = "there"
  }
}

# What the API answers. A route without `scopes` and without `anonymous` requires an authenticated caller.
routes = {
  "GET /things"        = { function = "api", scopes = ["rest-machine-both/all"] }
  "GET /health"        = { function = "here", anonymous = "probe" }
  "ANY /rest/{proxy+}" = { function = "py", scopes = ["rest-machine-both/all"] }
}

# How much each route takes; without it one caller can use up the account's limit.
throttle = {
  rate  = 100
  burst = 50
}

# Names of its own, in an existing public hosted zone.
# Cognito takes `auth` only when the name above it has an A record; the placeholder makes one.
# Where there is one: remove it, and suppress `auth-domain-parent-missing` with the reason.
custom_domain = {
  zone             = "example.com"
  api              = "rest-machine-both-api.example.com"
  auth             = "rest-machine-both-auth.example.com"
  apex_placeholder = true
}

# A REST API writes its logs with one role for the account and region.
# Created here; write `false` when another stack creates it.
access_log = {
  account_role = true
}
