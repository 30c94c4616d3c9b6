name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
functions = {
  goods = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", streams = { good = {}, quiet = {} } }
}
tables = { goods = { hash_key = "id", stream = "NEW_IMAGE" }, quiet = { hash_key = "id" } }
