# A function in Java: compiled by synth, run on Lambda's own runtime.
name     = "quotes"
region   = "eu-west-1"
api_type = "http"
tags     = { application = "quotes" }

user_pool        = { domain_prefix = "quotes-example" }
resource_servers = { quotes = { name = "Quotes", scopes = { read = "Ask for a price with VAT" } } }
clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["quotes/read"] } }

functions = {
  quotes = {
    source      = "lambdas/quotes"
    build       = "javac --release 17 -d classes src/dev/tollgate/quotes/*.java"
    output      = "classes"
    handler     = "dev.tollgate.quotes.Quotes::handle"
    runtime     = "java21"
    memory_size = 512 # Java starts with the processor that comes with the memory
    environment = { VAT_PERCENT = "19" }
    alias       = "live"
    snap_start  = true # no call waits for Java to start
  }
}
routes   = { "GET /quotes/{net}" = { function = "quotes", scopes = ["quotes/read"] } }
throttle = { rate = 50, burst = 25 }
