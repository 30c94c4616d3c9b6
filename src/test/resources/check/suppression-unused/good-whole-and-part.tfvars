name     = "books"
region   = "eu-west-1"
api_type = "rest"

user_pool = { domain_prefix = "books-dev", deletion_protection = false, self_sign_up = true }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { people = { oauth_flows = ["code"], scopes = ["myapi/all"], callback_urls = ["https://example.com/signed-in"] } }
functions = { books = { existing = "books" } }
routes = { "GET /books" = { function = "books", scopes = ["myapi/all"] } }
access_log = { account_role = true }
suppress = [
  { rule = "user-pool-deletable", subject = "user_pool", reason = "the users are made again by a script" },
  { rule = "self-sign-up-open", subject = "user_pool.self_sign_up", reason = "a public catalogue" },
]
