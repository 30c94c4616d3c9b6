name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { sign_in = ["email"], triggers = { pre_sign_up = "gaurd" } }
clients   = { app = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
functions = { guard = { existing = "guard" } }
