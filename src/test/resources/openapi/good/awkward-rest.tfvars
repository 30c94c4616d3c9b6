# The environment `awkward-rest`, begun by `tollgate init`; yours from here on.
# `tollgate validate -e awkward-rest` checks it; docs/environment-file.md lists every key.
# NOTE: the scope `read:things` is called `awkward/read:things` here: Cognito's scopes begin with their resource server
# NOTE: the scope `un used` is called `awkward/un_used` here: Cognito's scopes begin with their resource server
# NOTE: the security scheme `key` (apiKey) is not taken over: routes are secured by tokens of a user pool
# NOTE: the security scheme `basic` (http basic) is not taken over: routes are secured by tokens of a user pool
# NOTE: the security scheme `mutual` (mutualTLS) is not taken over: routes are secured by tokens of a user pool
# NOTE: the security scheme `tls` (mutualTLS) is not taken over: routes are secured by tokens of a user pool
# NOTE: the base path `/base` of `servers` is not in the routes
# NOTE: `GET /things/` is written without the `/` at its end
# NOTE: `TRACE /things/` is written without the `/` at its end
# NOTE: `TRACE /things/` is left out: it begins with `TRACE`, which is none of ANY, DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT
# NOTE: `GET /things` is left out: another route answers the same requests
# NOTE: `GET /a_b` is left out: another route has the same name in Terraform, `get_a_b`
# NOTE: `GET /files/{name}.json` is left out: it has the segment `{name}.json`; letters, digits and `._:,-` are allowed, or a parameter that fills it, `{name}` or `{name+}`
# NOTE: `/loop`: `$ref` `#/components/pathItems/loop` leads back to itself; left out
# NOTE: `/outside`: `$ref` `other.yaml#/paths/x` leads to another document, which is not read; left out
# NOTE: `/nowhere`: `$ref` `#/paths/~1gone` leads nowhere; left out
# NOTE: `GET /key`: `key` (apiKey) is not taken over
# NOTE: `GET /key`: nothing that the document requires is supported; any authenticated caller can call
# NOTE: `GET /either`: `key` (apiKey) is not taken over
# NOTE: `PUT /both`: `basic` (http basic) is not taken over
# NOTE: `GET /optional`: a token is optional in the document; it is required here
# NOTE: `GET /unknown`: the document has no security scheme `nobody`
# NOTE: `GET /unknown`: nothing that the document requires is supported; any authenticated caller can call
# NOTE: `POST /hostile`: callbacks are served by others and are not routes
# NOTE: webhooks are served by others and are not routes: ring
# NOTE: the `implicit` flow puts tokens into URLs; the client `people` uses `code` instead
name       = "awkward"
region     = "eu-west-1"
api_type   = "rest"
definition = "openapi"

# Who issues the tokens: a user pool of this environment's own, protected against deletion
# unless `deletion_protection = false` says otherwise.
user_pool = {
  domain_prefix = "awkward-rest"
  mfa           = "OPTIONAL"
}

# What scopes there are. A client asks for `<resource server>/<scope>`.
resource_servers = {
  awkward = {
    scopes = {
      "read:things" = "Read $${things}"
      un_used       = "Never \"demanded\""
    }
  }
  "https://api.example.com" = {
    scopes = {
      "things.write" = "things.write"
    }
  }
}

# Who may ask for tokens.
clients = {
  machine = {
    oauth_flows = ["client_credentials"]
    scopes      = ["awkward/read:things", "awkward/un_used", "https://api.example.com/things.write"]
  }
  # The address to return to is for trying it out; write the application's own.
  people = {
    oauth_flows   = ["code"]
    scopes        = ["openid", "awkward/read:things", "awkward/un_used", "email", "https://api.example.com/things.write"]
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
}

# What the API answers. A route without `scopes` and without `anonymous` requires an authenticated caller.
routes = {
  "GET /a-b"    = { function = "api", anonymous = "awkward.json requires no token here; give the reason" }
  "PUT /both"   = { function = "api", scopes = ["https://api.example.com/things.write"] }
  "GET /either" = { function = "api", scopes = ["email"] }
  # a${b}%{c} [31m routes = {}: " }
  "POST /hostile" = { function = "api", scopes = ["awkward/read:things"] }
  "GET /key"      = { function = "api" }
  "GET /optional" = { function = "api", scopes = ["awkward/read:things"] }
  "PATCH /shared" = { function = "api" }
  "GET /things"   = { function = "api", scopes = ["awkward/read:things"] }
  "GET /unknown"  = { function = "api" }
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
