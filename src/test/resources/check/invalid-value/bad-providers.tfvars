name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix = "shop-example"
  identity_providers = {
    google = { kind = "google", client_id = "a", secret = "GOCSPX-abc", attributes = { "custom:tenant" = "hd" }, identifiers = ["a,b"] }
    go     = { kind = "gogle", client_id = "a", secret = "variable:Upper" }
    issuer = { kind = "oidc", client_id = "a", secret = "parameter:shop", issuer = "http://example.com", attributes_method = "PUT" }
  }
}
clients = { web = { oauth_flows = ["code"], scopes = ["openid"], callback_urls = ["https://shop.example.com/in"], session_minutes = 1, rotate_refresh_tokens = true, rotation_grace_seconds = 61 } }
