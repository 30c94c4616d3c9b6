name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_authentication = "layered", post_confirmation = "built", pre_authentication = "folder" } }
functions = {
  layered = { package = "dist/app.zip", code_signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718", handler = "app.handler", runtime = "python3.12", layers = ["signed", "shared"] }
  plain  = { source = "lambdas/books", code_signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718", handler = "app.handler", runtime = "python3.12" }
  built  = { source = "lambdas/books", build = "true", code_signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718", handler = "app.handler", runtime = "python3.12" }
  folder = { package = "lambdas/books", code_signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718", handler = "app.handler", runtime = "python3.12" }
}
layers = {
  shared = { source = "layers/shared" }
  signed = { package = "dist/layer.zip" }
}
