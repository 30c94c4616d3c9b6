name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { source = "ssm", ssm_prefix = "/auth", sign_in = ["email"], groups = { admins = {} } }
clients   = { app = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
