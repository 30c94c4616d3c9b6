# The environment `cognito-export-rest`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e cognito-export-rest` judges it, docs/environment-file.md has every key.
name     = "cognito-export"
region   = "eu-west-1"
api_type = "rest"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
user_pool = {
  domain_prefix = "export-rest"
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

# What the API answers. A route without `scopes` and without `anonymous` demands an authenticated caller.
routes = {
  "OPTIONS /echo" = { function = "api", anonymous = "cognito-export.json demands no token here; say why that is right" }
  "POST /echo"    = { function = "api", scopes = ["echo/write"] }
  "GET /me"       = { function = "api" }
}

# A REST API writes its logs with one role for the account and region.
# Made here; write `false` where another stack makes it.
access_log = {
  account_role = true
}
