name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  sign_in           = ["mail"]
  aliases           = ["nickname"]
  attributes        = { "custom:tenant" = {}, score = { type = "integer" } }
  verify            = ["address"]
  recovery          = ["sms"]
  password_requires = ["numbers"]
  password_history  = 25
  mfa               = "ON"
  mfa_methods       = ["app"]
  first_factors     = ["PASSWORD", "FACE"]
  email             = { identity_arn = "example.com", from = "nobody" }
  sms               = { role_arn = "sender", external_id = "x" }
  messages = {
    verification = { by = "mail", subject = "", body = "no code", sms = "no code" }
    invitation   = { body = "{####}", sms = "{username}" }
    mfa_sms      = "no code"
  }
  triggers          = { pre_sign_up = "guard", pre_token_generation_version = "V2", kms_key_arn = "codes" }
  threat_protection = "ON"
  tier              = "BASIC"
  groups            = { "all of them" = { precedence = -1, role_arn = "admin" } }
}
clients   = { app = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
functions = { guard = { existing = "guard" } }
