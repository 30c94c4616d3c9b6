name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix      = "shop-example"
  attributes         = { tenant = {} }
  identity_providers = { google = { kind = "google", client_id = "a", secret = "variable:google_secret", attributes = { mail = "email" } } }
}
clients = { web = { oauth_flows = ["code"], scopes = ["openid"], callback_urls = ["https://shop.example.com/in"], identity_providers = ["google"], read = ["email", "tennant"], write = ["firstname"] } }
