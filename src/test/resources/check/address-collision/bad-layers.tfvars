name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "fonts_layer" } }
functions = { fonts_layer = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["fonts", "a-b", "a_b"], package_bucket = "shop-packages" } }
layers = {
  fonts = { source = "layers/shared", package_bucket = "shop-packages" }
  a-b   = { source = "layers/shared" }
  a_b   = { source = "layers/shared", package_bucket = "shop-packages" }
}
