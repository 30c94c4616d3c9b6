name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix = "shop-example"
  attributes    = { tenant = { mutable = false }, given_name = { required = true } }
  identity_providers = {
    google  = { kind = "google", client_id = "a", secret = "variable:google_secret", issuer = "https://accounts.example.com", attributes = { email = "email", tenant = "hd" } }
    another = { kind = "google", client_id = "b", secret = "secret:google", attributes = { given_name = "given_name" } }
    partner = { kind = "oidc", client_id = "c", secret = "variable:name", issuer = "https://login.example.com", attributes = { given_name = "given_name" } }
  }
}
clients = {
  web = { oauth_flows = ["code"], scopes = ["openid"], callback_urls = ["https://shop.example.com/in"], default_redirect_url = "https://shop.example.com/", identity_providers = ["google"], rotation_grace_seconds = 5 }
}
