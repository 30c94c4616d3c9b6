# Article D, first half: one identity for many APIs, published in SSM.
name     = "shared-auth"
region   = "us-east-1"
api_type = "none"

user_pool = { ssm_prefix = "/shared-auth", domain_prefix = "shared-auth-example" }
