# The environment `http-people`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e http-people` checks it; docs/environment-file.md lists every key.
name     = "http-people"
region   = "eu-west-1"
api_type = "http"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
# What people sign in with is fixed once the pool is made. Who may sign up: `self_sign_up`.
user_pool = {
  domain_prefix = "http-people"
  sign_in       = ["email"]
  mfa           = "OPTIONAL"
}

# Who may ask for tokens.
clients = {
  # The address to return to is for trying it out; write the application's own.
  web = {
    oauth_flows   = ["code"]
    scopes        = ["openid", "email"]
    callback_urls = ["http://localhost:3000/callback"]
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
  "GET /things"        = { function = "api" }
  "GET /health"        = { function = "here", anonymous = "probe" }
  "ANY /rest/{proxy+}" = { function = "py" }
}

# How much each route takes; without it one caller can use up the account's limit.
throttle = {
  rate  = 100
  burst = 50
}
