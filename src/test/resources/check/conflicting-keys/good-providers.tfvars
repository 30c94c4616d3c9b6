name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix = "shop-example"
  attributes    = { tenant = { mutable = false }, given_name = { required = true } }
  identity_providers = {
    google = { kind = "google", client_id = "a", secret = "variable:google_secret", attributes = { email = "email", given_name = "given_name" } }
    staff  = { kind = "saml", metadata_url = "https://login.example.com/metadata", attributes = { given_name = "givenName" } }
  }
}
clients = {
  web = { oauth_flows = ["code"], scopes = ["openid"], callback_urls = ["https://shop.example.com/in"], default_redirect_url = "https://shop.example.com/in", identity_providers = ["cognito", "google", "staff"], read = ["email", "tenant"], rotate_refresh_tokens = true, rotation_grace_seconds = 5 }
}
