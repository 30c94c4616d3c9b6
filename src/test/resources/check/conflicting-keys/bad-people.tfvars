name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  sign_in              = ["username", "email"]
  attributes = {
    tenant     = { required = true, type = "number", max_length = 36 }
    given_name = { type = "string", max_length = 10 }
    plan       = { min_value = 1 }
    nick       = { min_length = 20, max_length = 10 }
    seats      = { type = "number", min_value = 3, max_value = 2 }
  }
  verify               = []
  verify_before_update = ["email"]
  recovery             = ["admin_only", "email"]
  password_history     = 3
  mfa_methods          = ["totp"]
  first_factors        = ["EMAIL_OTP"]
  passkeys             = { relying_party_id = "example.com" }
  email                = { identity_arn = "arn:aws:ses:eu-west-1:111122223333:identity/example.com" }
  messages             = { verification = { by = "link", body = "It is {####}." } }
  triggers             = { pre_token_generation = "claims" }
  threat_protection    = "AUDIT"
  tier                 = "LITE"
}
clients   = { app = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
functions = { claims = { existing = "claims" } }
