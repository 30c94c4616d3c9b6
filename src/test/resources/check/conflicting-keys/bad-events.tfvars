name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
functions = {
  large = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", queues = { "arn:aws:sqs:eu-west-1:111122223333:orders" = { batch_size = 11 } } }
  fifo = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", queues = { "arn:aws:sqs:eu-west-1:111122223333:orders.fifo" = { batch_size = 11, batch_window = 1 } } }
  twice = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", topics = ["arn:aws:sns:eu-west-1:111122223333:news", "arn:aws:sns:eu-west-1:111122223333:news"] }
  there = { existing = "there", topics = ["arn:aws:sns:eu-west-1:111122223333:news"] }
}
