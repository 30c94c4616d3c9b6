name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "ready" } }
functions = {
  plain = { source = "", handler = "app.handler", runtime = "python3.12", layers = ["shared"] }
  ready = { package = " ", handler = "app.handler", runtime = "python3.12", layers = [""] }
}
layers = { shared = { source = "" } }
