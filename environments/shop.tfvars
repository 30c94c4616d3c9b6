# People of a web shop: they sign up with their mail address or come from Google, and a function puts a claim into their tokens.
name     = "shop"
region   = "eu-west-1"
api_type = "http"

user_pool = {
  domain_prefix = "shop-example"
  sign_in       = ["email"]
  self_sign_up  = true
  attributes    = { given_name = {} }
  recovery      = ["email"]
  mfa           = "OPTIONAL"
  groups        = { staff = { precedence = 1 } }
  triggers      = { pre_token_generation = "claims" }
  identity_providers = {
    google = { kind = "google", client_id = "shop.apps.googleusercontent.com", secret = "variable:google_secret", attributes = { email = "email", given_name = "given_name" } }
  }
}

resource_servers = { shop = { scopes = { buy = "Order and pay" } } }

clients = {
  web = {
    oauth_flows        = ["code"]
    scopes             = ["openid", "email", "profile", "shop/buy"]
    callback_urls      = ["http://localhost:5173/"]
    logout_urls        = ["http://localhost:5173/"]
    identity_providers = ["cognito", "google"]
  }
}

functions = {
  claims = { source = "lambdas/claims", handler = "index.handler", runtime = "nodejs22.x" }
  orders = { source = "lambdas/orders", handler = "index.handler", runtime = "nodejs22.x" }
}

routes = { "GET /orders" = { function = "orders", scopes = ["shop/buy"] } }

throttle = { rate = 100, burst = 50 }

cors = { allow_origins = ["http://localhost:5173"], allow_methods = ["GET"], allow_headers = ["authorization"] }

suppress = [
  { rule = "self-sign-up-open", subject = "user_pool.self_sign_up", reason = "anyone may become a customer; orders ask for a scope, and staff is a group that only the shop fills" },
  { rule = "default-mail-sender", subject = "user_pool.email", reason = "an example: 50 mails a day do; name an identity of SES before customers come" },
]
