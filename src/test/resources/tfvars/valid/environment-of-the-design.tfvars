a = {
  name     = "books"                       # prefix of every name
  region   = "eu-west-1"
  api_type = "rest"                        # "rest" | "http" | "none" (identity only)
  stage    = "prod"                        # default: "$default" for http, the environment's name for rest
  tags     = { team = "library" }
  
  user_pool = {
    source = "create"                      # "create" | "ssm" (published by another environment) | "existing" (by id)
    ssm_prefix = "/auth/prod"              # create: publish here; ssm: read from here
    domain_prefix = "books-prod"           # hosted token endpoint, unless custom_domain.auth
    deletion_protection = true             # default
    self_sign_up = false                   # default
  }
  resource_servers = { myapi = { name = "Books", scopes = { all = "Every operation" } } }
  clients = {
    machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] }
    people  = { auth_flows = ["USER_PASSWORD", "USER_SRP", "REFRESH_TOKEN"] }
  }
  authorizer = { issuer = "…", audience = ["…"] }   # http only: any OIDC issuer instead of Cognito
  
  functions = {
    books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", memory_size = 128, timeout = 10,
              environment = { DYNAMODB_TABLE = "Books_Table" }, tables = ["Books_Table"],
              vpc = { subnet_ids = [], security_group_ids = [] }, policy = [{ actions = [], resources = [] }] }
    legacy = { existing = "lambda-name" }           # a function that is there already
  }
  tables = { Books_Table = { hash_key = "book_id", read_capacity = 5, write_capacity = 5, items = "lambdas/books/books.json" } }
  routes = {
    "GET /books"       = { function = "books", scopes = ["myapi/all"] }
    "GET /health"      = { function = "books", anonymous = "load balancer probe" }
  }
  cors          = { allow_origins = [], allow_methods = [], allow_headers = [], max_age = 3600, allow_credentials = false }
  custom_domain = { zone = "example.com", api = "api.example.com", auth = "auth.example.com", apex_placeholder = false }
  throttle      = { rate = 100, burst = 50 }
  access_log    = { retention_days = 7 }
  state         = { bucket = "…", key = "…", region = "…" }   # S3 backend; default: local state
  suppress      = [{ rule = "…", subject = "…", reason = "…" }]
  
}
