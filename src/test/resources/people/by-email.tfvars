name      = "by-email"
region    = "eu-west-1"
api_type  = "http"
user_pool = {
  domain_prefix           = "by-email-example"
  deletion_protection     = false
  self_sign_up            = true
  mfa                     = "OPTIONAL"
  sign_in                 = ["email"]
  attributes = {
    given_name = { required = true }
    birthdate  = { mutable = false }
    updated_at = {}
    tenant     = { mutable = false, max_length = 36 }
    plan       = { type = "string" }
    logins     = { type = "number", min_value = 0, max_value = 1000 }
    score      = { type = "number" }
    since      = { type = "datetime" }
    beta       = { type = "boolean" }
  }
  verify_before_update    = ["email"]
  password_requires       = ["lowercase", "digits"]
  password_temporary_days = 3
  password_history        = 5
  mfa_methods             = ["totp", "email"]
  first_factors           = ["PASSWORD", "EMAIL_OTP", "WEB_AUTHN"]
  passkeys                = { relying_party_id = "shop.example.com", user_verification = "required" }
  email = {
    identity_arn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com"
    from         = "Shop <no-reply@example.com>"
    reply_to     = "help@example.com"
    configuration_set = "shop"
  }
  messages = {
    verification = { by = "link", subject = "Is it you?", body = "Then {##click here##}, $${you}." }
    invitation   = { subject = "Welcome", body = "You are {username} with {####}.", sms = "{username}: {####}" }
    mfa_subject  = "Your code"
    mfa_body     = "It is {####}."
  }
  triggers = {
    pre_token_generation = "echo"
    post_confirmation    = "echo"
    custom_email_sender  = "there"
    kms_key_arn          = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000000"
  }
  threat_protection = "AUDIT"
  groups = {
    admins  = { description = "Who may do all", precedence = 1 }
    readers = { role_arn = "arn:aws:iam::123456789012:role/readers" }
  }
  identity_providers = {
    google   = { kind = "google", client_id = "shop.apps", secret = "variable:google_secret", attributes = { email = "email", given_name = "given_name", plan = "hd" } }
    apple    = { kind = "apple", client_id = "com.example.shop", team_id = "TEAM000001", key_id = "KEY0000001", secret = "parameter:/shop/apple", attributes = { email = "email", given_name = "firstName" } }
    facebook = { kind = "facebook", client_id = "1234567890", secret = "secret:shop/facebook", scopes = ["public_profile", "email"], attributes = { email = "email", given_name = "first_name" } }
    amazon   = { kind = "amazon", client_id = "amzn1.application-oa2-client.0", secret = "variable:amazon_secret", attributes = { email = "email", given_name = "name" } }
    partner  = { kind = "oidc", client_id = "shop", secret = "variable:partner_secret", issuer = "https://login.example.com/realms/shop", attributes_method = "POST", identifiers = ["example.com"], attributes = { email = "email", given_name = "given_name" } }
    staff    = { kind = "saml", metadata_url = "https://login.example.com/metadata", sign_out = true, attributes = { email = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", given_name = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname" } }
  }
}
clients = {
  web = {
    oauth_flows            = ["code"]
    scopes                 = ["openid", "email"]
    callback_urls          = ["https://shop.example.com/in"]
    default_redirect_url   = "https://shop.example.com/in"
    identity_providers     = ["cognito", "google", "apple", "facebook", "amazon", "partner", "staff"]
    read                   = ["email", "email_verified", "given_name", "tenant"]
    write                  = ["email", "given_name", "plan"]
    session_minutes        = 5
    rotate_refresh_tokens  = true
    rotation_grace_seconds = 10
  }
  choice = { auth_flows = ["USER", "REFRESH_TOKEN"] }
}
functions = {
  echo  = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" }
  there = { existing = "example" }
}
routes = { "GET /echo" = { function = "echo" } }
