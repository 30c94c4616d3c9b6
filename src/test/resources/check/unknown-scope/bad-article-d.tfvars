name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { source = "ssm", ssm_prefix = "/auth" }
resource_servers = { layerless-esbuild = { name = "Layerless ESBuild", scopes = { api = "Allow api access" } } }
clients = {
  machine = { oauth_flows = ["client_credentials"], scopes = ["layerless-esbuild/api"] }
}
functions = { books = { existing = "books" } }
routes = {
  "POST /echo" = { function = "books", scopes = ["layerless-esbuild/echo"] }
}
access_log = { account_role = true }
