name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "node" } }
functions = {
  plain = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["loose", "shared"] }
  node  = { source = "lambdas/having-node", handler = "index.handler", runtime = "nodejs22.x", layers = ["shared"] }
}
layers = {
  shared = { source = "layers/shared" }
  loose  = { source = "layers/loose" }
  lonely = { source = "layers/shared" }
}
