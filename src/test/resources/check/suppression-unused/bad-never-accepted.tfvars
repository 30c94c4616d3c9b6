name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "one", post_confirmation = "two" } }
functions = {
  one = { source = "lambdas/books", name = "shop", handler = "app.handler", runtime = "python3.12" }
  two = { source = "lambdas/books", name = "shop", handler = "app.handler", runtime = "python3.12" }
}
suppress = [{ rule = "function-name-taken", subject = "functions.two", reason = "they are for two accounts" }]
