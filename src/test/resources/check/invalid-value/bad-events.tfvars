name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
functions = {
  nightly = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", schedules = {
    both = { expression = "cron(0 3 * * * *)" }
    word = { expression = "daily" }
    past = { expression = "cron(60 3 * * ? *)" }
    late = { expression = "cron(0 24 * * ? *)" }
    none_such = { expression = "cron(0 3 * 13 ? *)" }
    comma = { expression = "cron(,5 3 * * ? *)" }
    commas = { expression = "cron(5,,6 3 * * ? *)" }
    last = { expression = "cron(5, 3 * * ? *)" }
    glued = { expression = "cron(0 3 ? JANFEB MON *)" }
    none = { expression = "rate(0 minutes)", time_zone = "berlin" }
  } }
  orders = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", queues = { orders = {}, "arn:aws:sqs:eu-west-1:111122223333:orders" = { max_concurrency = 1, batch_window = 301 } } }
  news = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", topics = ["arn:aws:sns:eu-west-1:111122223333:news.fifo"] }
  goods = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", streams = { "arn:aws:s3:::goods" = {}, goods = { starting_position = "AT_TIMESTAMP", batch_size = 10001, on_failure = "arn:aws:s3:::lost" } } }
  calls = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", on_failure = "arn:aws:sqs:eu-west-1:111122223333:lost.fifo", on_success = "lost", max_event_age = 59, retry_attempts = 3 }
}
tables = { goods = { hash_key = "id", stream = "NEW_IMAGE" } }
