# The environment `rest-machine-both`, created by `tollgate init`. Edit it freely.
# `tollgate validate -e rest-machine-both` checks it, docs/environment-file.md lists every key.
name     = "rest-machine-both"
region   = "eu-west-1"
api_type = "rest"

# The token issuer: this environment's own user pool, protected against deletion
# unless `deletion_protection = false`.
user_pool = {}

# The scopes. A client requests `<resource server>/<scope>`.
resource_servers = {
  rest-machine-both = {
    scopes = {
      all = "Every operation of rest-machine-both"
    }
  }
}

# App clients, which request tokens.
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

# The routes of the API. A route without `scopes` and without `anonymous` requires an authenticated caller.
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

# Custom domains, in an existing public hosted zone.
# Cognito accepts `auth` only if the parent domain has an A record; the placeholder creates one.
# If it exists already, remove this and suppress `auth-domain-parent-missing` with a reason.
custom_domain = {
  zone             = "example.com"
  api              = "api.example.com"
  auth             = "auth.example.com"
  apex_placeholder = true
}

# A REST API writes its logs with one role for the account and region.
# Created here; set `false` if another stack creates it.
access_log = {
  account_role = true
}
