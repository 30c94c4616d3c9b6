name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "program", pre_authentication = "others" } }
functions = {
  plain   = { source = "lambdas/program", handler = "shared.handler", runtime = "python3.12", layers = ["shared"] }
  program = { source = "lambdas/books", runtime = "provided.al2023", layers = ["tools"] }
  others  = { source = "lambdas/books", handler = "wrapper.handler", runtime = "python3.12", layers = ["arn:aws:lambda:eu-west-1:111122223333:layer:wrapper:3"] }
}
layers = {
  shared = { source = "layers/shared" }
  tools  = { source = "lambdas/program" }
}
