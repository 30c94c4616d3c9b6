name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = { domain_prefix = "books-dev", sign_in = ["username"], self_sign_up = true, verify = [] }
clients   = { people = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
suppress  = [{ rule = "self-sign-up-open", subject = "user_pool.self_sign_up", reason = "anyone may read books" }]
