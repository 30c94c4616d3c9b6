name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain" } }
functions = { plain = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", layers = ["shared", "arn:aws:lambda:eu-west-1:111122223333:layer:fonts:3", "shared", "arn:aws:lambda:eu-west-1:111122223333:layer:fonts:4"] } }
tags      = { a = "1", b = "2", c = "3", d = "4", e = "5", f = "6", g = "7", h = "8", i = "9", j = "10", k = "11" }
layers    = { shared = { source = "layers/shared", package = "dist/app.zip", package_bucket = "shop-packages", output = "dist" } }
