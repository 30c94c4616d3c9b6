name     = "shop"
region   = "eu-west-1"
api_type = "http"

user_pool        = { domain_prefix = "shop-example", deletion_protection = false }
resource_servers = { goods = { scopes = { read = "Read" } } }
clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["goods/read"] } }
functions = {
  goods = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x", alias = "live", layers = ["shared", "fonts"] }
  stock = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x", layers = ["fonts"] }
}
layers = {
  shared = { source = "src/test/resources/packed/shared", name = "shop-common" }
  fonts  = { package = "src/test/resources/packed/fonts", package_bucket = "shop-packages", description = "what is printed", runtimes = ["nodejs22.x", "python3.13"], architectures = ["arm64", "x86_64"] }
}
routes = {
  "GET /goods" = { function = "goods", scopes = ["goods/read"] }
  "GET /stock" = { function = "stock", scopes = ["goods/read"] }
}
