name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
functions = {
  a = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", schedules = { b_c = { expression = "rate(1 day)" } }, queues = { "arn:aws:sqs:eu-west-1:111122223333:b-c" = {} } }
  a_b = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", schedules = { c = { expression = "rate(1 day)" } }, topics = ["arn:aws:sns:eu-west-1:111122223333:c"] }
  a_schedules = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", queues = { "arn:aws:sqs:eu-west-1:111122223333:b_c" = {}, "arn:aws:sqs:eu-west-1:111122223333:b-c" = {} } }
}
