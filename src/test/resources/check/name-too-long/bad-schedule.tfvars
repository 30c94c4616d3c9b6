name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
functions = {
  role = { name = "nightly-nightly-nightly-nightly-nightly-nightly-nightly-", source = "lambdas/books", handler = "app.handler", runtime = "python3.12", schedules = { a = { expression = "rate(1 day)" } } }
  schedule = { name = "nightly-nightly-nightly-nightly-nightly", source = "lambdas/books", handler = "app.handler", runtime = "python3.12", schedules = { clean-what-is-left-of-yesterday = { expression = "rate(1 day)" } } }
}
