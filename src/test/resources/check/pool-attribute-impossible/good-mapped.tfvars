name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix      = "shop-example"
  identity_providers = { google = { kind = "google", client_id = "shop", secret = "parameter:/shop/google", attributes = { email = "email", name = "name" } } }
}
clients = { web = { oauth_flows = ["code"], scopes = ["openid"], callback_urls = ["https://shop.example.com/in"], identity_providers = ["google"], write = ["email", "name"] } }
