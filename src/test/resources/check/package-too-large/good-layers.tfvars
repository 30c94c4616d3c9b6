name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "other" } }
functions = {
  plain = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["one"] }
  other = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["two"] }
}
layers = {
  one = { source = "layers/half", package_bucket = "shop-packages" }
  two = { source = "layers/half", package_bucket = "shop-packages" }
}
