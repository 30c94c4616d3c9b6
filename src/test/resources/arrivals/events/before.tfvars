name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { domain_prefix = "shop-example", deletion_protection = false }
functions = {
  nightly = {
    source    = "lambdas/echo"
    handler   = "index.handler"
    runtime   = "nodejs22.x"
    schedules = { clean = { expression = "cron(0 3 * * ? *)", time_zone = "Europe/Berlin" } }
  }
  orders = {
    source         = "lambdas/echo"
    handler        = "index.handler"
    runtime        = "nodejs22.x"
    alias          = "live"
    topics         = ["arn:aws:sns:eu-west-1:123456789012:news"]
    queues         = { "arn:aws:sqs:eu-west-1:123456789012:orders" = { batch_size = 20, batch_window = 5, max_concurrency = 2, partial_batch_response = true } }
    on_failure     = "arn:aws:sqs:eu-west-1:123456789012:orders"
    on_success     = "arn:aws:events:eu-west-1:123456789012:event-bus/default"
    retry_attempts = 0
  }
  stock = {
    source  = "lambdas/echo"
    handler = "index.handler"
    runtime = "nodejs22.x"
    queues  = { "arn:aws:sqs:eu-west-1:123456789012:returns.fifo" = {} }
    streams = {
      goods                                                  = { retry_attempts = 5, bisect_batch = true, on_failure = "arn:aws:sns:eu-west-1:123456789012:news" }
      "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks" = { starting_position = "LATEST", batch_size = 500, batch_window = 10 }
    }
  }
}
tables = { goods = { hash_key = "id", stream = "NEW_IMAGE", encryption_key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d", deletion_protection = false } }
