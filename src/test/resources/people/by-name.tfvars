name      = "by-name"
region    = "eu-west-1"
api_type  = "none"
user_pool = {
  deletion_protection = false
  mfa            = "ON"
  aliases        = ["email", "phone_number", "preferred_username"]
  case_sensitive = true
  verify         = ["phone_number"]
  recovery       = ["phone_number", "email"]
  mfa_methods    = ["sms", "totp"]
  devices        = { challenge_required_on_new_device = true, device_only_remembered_on_user_prompt = true }
  sms            = { external_id = "by-name", region = "eu-west-1" }
  messages = {
    verification = { subject = "Your code", body = "It is {####}.", sms = "Code {####}" }
    mfa_sms      = "Second factor {####}"
  }
  tier = "LITE"
  password_requires = []
}
clients = { app = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
