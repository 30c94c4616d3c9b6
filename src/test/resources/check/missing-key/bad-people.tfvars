name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {
  mfa         = "ON"
  mfa_methods = ["email"]
  triggers    = { custom_email_sender = "mailer" }
}
clients   = { app = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
functions = { mailer = { existing = "mailer" } }
