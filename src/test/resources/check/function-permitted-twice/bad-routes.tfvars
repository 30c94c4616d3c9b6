name     = "books"
region   = "eu-west-1"
api_type = "http"

user_pool = { domain_prefix = "books-dev" }
resource_servers = { myapi = { scopes = { all = "Every operation" } } }
clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["myapi/all"] } }
functions = {
  a = { existing = "shop" }
  b = { existing = "shop" }
}
routes = {
  "GET /a0" = { function = "a", scopes = ["myapi/all"] }
  "GET /a1" = { function = "a", scopes = ["myapi/all"] }
  "GET /a2" = { function = "a", scopes = ["myapi/all"] }
  "GET /a3" = { function = "a", scopes = ["myapi/all"] }
  "GET /a4" = { function = "a", scopes = ["myapi/all"] }
  "GET /a5" = { function = "a", scopes = ["myapi/all"] }
  "GET /a6" = { function = "a", scopes = ["myapi/all"] }
  "GET /a7" = { function = "a", scopes = ["myapi/all"] }
  "GET /a8" = { function = "a", scopes = ["myapi/all"] }
  "GET /a9" = { function = "a", scopes = ["myapi/all"] }
  "GET /a10" = { function = "a", scopes = ["myapi/all"] }
  "GET /a11" = { function = "a", scopes = ["myapi/all"] }
  "GET /a12" = { function = "a", scopes = ["myapi/all"] }
  "GET /a13" = { function = "a", scopes = ["myapi/all"] }
  "GET /a14" = { function = "a", scopes = ["myapi/all"] }
  "GET /a15" = { function = "a", scopes = ["myapi/all"] }
  "GET /a16" = { function = "a", scopes = ["myapi/all"] }
  "GET /a17" = { function = "a", scopes = ["myapi/all"] }
  "GET /a18" = { function = "a", scopes = ["myapi/all"] }
  "GET /a19" = { function = "a", scopes = ["myapi/all"] }
  "GET /a20" = { function = "a", scopes = ["myapi/all"] }
  "GET /a21" = { function = "a", scopes = ["myapi/all"] }
  "GET /a22" = { function = "a", scopes = ["myapi/all"] }
  "GET /a23" = { function = "a", scopes = ["myapi/all"] }
  "GET /a24" = { function = "a", scopes = ["myapi/all"] }
  "GET /a25" = { function = "a", scopes = ["myapi/all"] }
  "GET /a26" = { function = "a", scopes = ["myapi/all"] }
  "GET /a27" = { function = "a", scopes = ["myapi/all"] }
  "GET /a28" = { function = "a", scopes = ["myapi/all"] }
  "GET /a29" = { function = "a", scopes = ["myapi/all"] }
  "GET /a30" = { function = "a", scopes = ["myapi/all"] }
  "GET /a31" = { function = "a", scopes = ["myapi/all"] }
  "GET /a32" = { function = "a", scopes = ["myapi/all"] }
  "GET /a33" = { function = "a", scopes = ["myapi/all"] }
  "GET /a34" = { function = "a", scopes = ["myapi/all"] }
  "GET /a35" = { function = "a", scopes = ["myapi/all"] }
  "GET /a36" = { function = "a", scopes = ["myapi/all"] }
  "GET /a37" = { function = "a", scopes = ["myapi/all"] }
  "GET /a38" = { function = "a", scopes = ["myapi/all"] }
  "GET /a39" = { function = "a", scopes = ["myapi/all"] }
  "GET /b0" = { function = "b", scopes = ["myapi/all"] }
  "GET /b1" = { function = "b", scopes = ["myapi/all"] }
  "GET /b2" = { function = "b", scopes = ["myapi/all"] }
  "GET /b3" = { function = "b", scopes = ["myapi/all"] }
  "GET /b4" = { function = "b", scopes = ["myapi/all"] }
  "GET /b5" = { function = "b", scopes = ["myapi/all"] }
  "GET /b6" = { function = "b", scopes = ["myapi/all"] }
  "GET /b7" = { function = "b", scopes = ["myapi/all"] }
  "GET /b8" = { function = "b", scopes = ["myapi/all"] }
  "GET /b9" = { function = "b", scopes = ["myapi/all"] }
  "GET /b10" = { function = "b", scopes = ["myapi/all"] }
  "GET /b11" = { function = "b", scopes = ["myapi/all"] }
  "GET /b12" = { function = "b", scopes = ["myapi/all"] }
  "GET /b13" = { function = "b", scopes = ["myapi/all"] }
  "GET /b14" = { function = "b", scopes = ["myapi/all"] }
  "GET /b15" = { function = "b", scopes = ["myapi/all"] }
  "GET /b16" = { function = "b", scopes = ["myapi/all"] }
  "GET /b17" = { function = "b", scopes = ["myapi/all"] }
  "GET /b18" = { function = "b", scopes = ["myapi/all"] }
  "GET /b19" = { function = "b", scopes = ["myapi/all"] }
  "GET /b20" = { function = "b", scopes = ["myapi/all"] }
  "GET /b21" = { function = "b", scopes = ["myapi/all"] }
  "GET /b22" = { function = "b", scopes = ["myapi/all"] }
  "GET /b23" = { function = "b", scopes = ["myapi/all"] }
  "GET /b24" = { function = "b", scopes = ["myapi/all"] }
  "GET /b25" = { function = "b", scopes = ["myapi/all"] }
  "GET /b26" = { function = "b", scopes = ["myapi/all"] }
  "GET /b27" = { function = "b", scopes = ["myapi/all"] }
  "GET /b28" = { function = "b", scopes = ["myapi/all"] }
  "GET /b29" = { function = "b", scopes = ["myapi/all"] }
  "GET /b30" = { function = "b", scopes = ["myapi/all"] }
  "GET /b31" = { function = "b", scopes = ["myapi/all"] }
  "GET /b32" = { function = "b", scopes = ["myapi/all"] }
  "GET /b33" = { function = "b", scopes = ["myapi/all"] }
  "GET /b34" = { function = "b", scopes = ["myapi/all"] }
  "GET /b35" = { function = "b", scopes = ["myapi/all"] }
  "GET /b36" = { function = "b", scopes = ["myapi/all"] }
  "GET /b37" = { function = "b", scopes = ["myapi/all"] }
  "GET /b38" = { function = "b", scopes = ["myapi/all"] }
  "GET /b39" = { function = "b", scopes = ["myapi/all"] }
}
