name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "program", pre_authentication = "tool" } }
functions = {
  plain   = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["shared"] }
  program = { source = "lambdas/program", runtime = "provided.al2023", layers = ["loose"] }
  tool    = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["tools"] }
}
layers = {
  shared = { source = "layers/shared" }
  loose  = { source = "layers/loose" }
  tools  = { source = "layers/tools" }
}
