name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
tables = {
  orders = {
    hash_key    = "id"
    ttl_enabled = false
    indexes = {
      by_id    = { hash_key = "id", hash_key_type = "N" }
      by_state = { hash_key = "state", read_capacity = 5, non_key_attributes = ["total"] }
    }
  }
  carts = {
    hash_key = "id"
    ttl      = "until"
    point_in_time_recovery = false
    recovery_days          = 7
    indexes  = { by_end = { hash_key = "until" }, by_shop = { hash_key = "shop", range_key = "until", range_key_type = "N" } }
  }
}
