name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { source = "existing", id = "eu-west-1_AbCdEf123", domain_prefix = "shop-example" }
clients   = { web = { oauth_flows = ["code"], scopes = ["openid"], callback_urls = ["https://shop.example.com/in"], identity_providers = ["google"] } }
