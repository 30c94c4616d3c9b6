name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain" } }
tags      = { team = "sales" }
functions = { plain = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", package_bucket = "shop-packages" } }
