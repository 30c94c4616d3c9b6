name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix = "shop-example"
  identity_providers = {
    google = { kind = "google", client_id = "a" }
    apple  = { kind = "apple", client_id = "a", secret = "variable:apple_key" }
    issuer = { kind = "oidc", client_id = "a", secret = "variable:issuer_secret" }
    staff  = { kind = "saml" }
    nobody = { client_id = "a" }
  }
}
clients = { web = { oauth_flows = ["code"], scopes = ["openid"], callback_urls = ["https://shop.example.com/in"] } }
