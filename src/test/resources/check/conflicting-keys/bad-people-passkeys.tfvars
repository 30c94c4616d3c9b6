name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  sign_in       = ["email"]
  first_factors = ["PASSWORD", "WEB_AUTHN"]
  mfa           = "ON"
  passkeys      = { relying_party_id = "example.com" }
  messages      = { mfa_body = "Your code is {####}.", mfa_subject = "A code" }
}
