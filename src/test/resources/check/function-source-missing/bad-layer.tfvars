name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "program" } }
functions = {
  plain   = { source = "lambdas/books", handler = "absent.handler", runtime = "python3.12", layers = ["absent", "outside", "zip"] }
  program = { source = "lambdas/books", runtime = "provided.al2023", layers = ["shared"] }
}
layers = {
  absent  = { source = "layers/absent" }
  outside = { source = "../layers" }
  zip     = { package = "dist/absent.zip" }
  shared  = { source = "layers/shared" }
}
