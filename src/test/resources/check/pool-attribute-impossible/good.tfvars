name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix = "shop-example"
  attributes    = { birthdate = { required = true } }
}
clients = { web = { oauth_flows = ["code"], scopes = ["openid", "email"], callback_urls = ["https://shop.example.com/in"], read = ["email", "email_verified"], write = ["email", "birthdate"] } }
