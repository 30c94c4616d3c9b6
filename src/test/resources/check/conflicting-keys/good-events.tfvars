name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
functions = {
  nightly = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", schedules = { clean = { expression = "cron(0 3 * * ? *)", time_zone = "Europe/Berlin" }, often = { expression = "rate(5 minutes)" }, at_work = { expression = "cron(0/15 08-17 ? * MON-FRI *)" }, monthly = { expression = "cron(30 23 L JAN,JUL ? 2026-2030)" }, second = { expression = "cron(0 9 ? * TUE#2 *)" } } }
  orders = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", queues = { "arn:aws:sqs:eu-west-1:111122223333:orders" = { batch_size = 11, batch_window = 1 }, "arn:aws:sqs:eu-west-1:111122223333:orders.fifo" = { batch_size = 10 } } }
  news = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", topics = ["arn:aws:sns:eu-west-1:111122223333:news"], on_failure = "arn:aws:sqs:eu-west-1:111122223333:lost", max_event_age = 60 }
  goods = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", streams = { goods = {}, "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks" = { starting_position = "LATEST" } } }
}
tables = { goods = { hash_key = "id", stream = "NEW_IMAGE" } }
