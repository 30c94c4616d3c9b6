locals {
  readers = [for path in ["orders", "orders/{id}", "customers"] : "GET /${path}"]
  writers = formatlist("%s /orders", ["POST", "DELETE"])
  routes = merge(
    { for key in local.readers : key => { scopes = ["orders/read"] } },
    { for key in local.writers : key => { scopes = ["orders/write"] } }, # who may write
    { "GET /ping" = { scopes = [] } },
  )
}
