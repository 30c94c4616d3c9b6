name     = "books"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
functions = {
  orders = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", queues = { "arn:aws:sqs:eu-west-2:111122223333:orders" = {} } }
  news = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", topics = ["arn:aws:sns:us-east-1:111122223333:news"] }
  clicks = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", streams = { "arn:aws:kinesis:us-east-1:111122223333:stream/clicks" = {} } }
}
