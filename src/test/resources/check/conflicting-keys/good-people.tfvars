name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  domain_prefix        = "shop-example"
  self_sign_up         = true
  mfa                  = "OPTIONAL"
  sign_in              = ["email"]
  attributes           = { tenant = { max_length = 36, mutable = false }, given_name = { required = true } }
  verify_before_update = ["email"]
  first_factors        = ["PASSWORD", "EMAIL_OTP"]
  email                = { identity_arn = "arn:aws:ses:eu-west-1:111122223333:identity/example.com" }
  messages             = { verification = { by = "link", body = "Click {##here##}." } }
  triggers             = { pre_token_generation = "claims" }
  threat_protection    = "AUDIT"
}
clients   = { app = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
functions = { claims = { existing = "claims" } }
suppress  = [{ rule = "self-sign-up-open", subject = "user_pool.self_sign_up", reason = "it is a shop" }]
