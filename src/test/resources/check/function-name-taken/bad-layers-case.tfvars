name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain" } }
functions = { plain = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["one", "two"] } }
layers = {
  one = { source = "layers/shared", name = "shop-tools" }
  two = { source = "layers/tools", name = "Shop-Tools" }
}
