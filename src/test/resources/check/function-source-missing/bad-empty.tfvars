name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "brought", pre_authentication = "bare" } }
functions = {
  plain   = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["empty", "ignored", "zip"] }
  brought = { source = "layers/empty", handler = "app.handler", runtime = "python3.12", layers = ["arn:aws:lambda:eu-west-1:111122223333:layer:handlers:3"] }
  bare    = { source = "layers/empty", handler = "app.handler", runtime = "python3.12" }
}
layers = {
  empty   = { source = "layers/empty" }
  ignored = { source = "layers/ignored" }
  zip     = { package = "dist/empty.zip" }
}
