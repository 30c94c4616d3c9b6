name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  sign_in       = ["email"]
  first_factors = ["PASSWORD", "WEB_AUTHN"]
  messages      = { mfa_sms = "Your code is {####}." }
  passkeys      = { relying_party_id = "example.com" }
  verify        = ["email", "phone_number"]
  sms           = {}
}
