name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
tables = {
  orders = {
    hash_key    = "id"
    ttl_enabled = false
    autoscaling = { max_read_capacity = 50, max_write_capacity = 50 }
    indexes = {
      by_id    = { hash_key = "id", hash_key_type = "N" }
      by_state = { hash_key = "state", read_capacity = 5, non_key_attributes = ["total"] }
    }
  }
  lines = {
    hash_key       = "id"
    read_capacity  = 60
    write_capacity = 5
    autoscaling    = { max_read_capacity = 50, max_write_capacity = 5 }
    indexes        = { by_shop = { hash_key = "shop", write_capacity = 6, max_read_units = 10 } }
    max_write_units = 10
  }
  copies = {
    hash_key       = "id"
    read_capacity  = 5
    write_capacity = 5
    stream         = "NEW_IMAGE"
    encryption_key = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d"
    replicas       = { eu-west-1 = {}, eu-central-1 = {} }
  }
  carts = {
    hash_key = "id"
    ttl      = "until"
    point_in_time_recovery = false
    recovery_days          = 7
    encryption_key         = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d"
    indexes  = { by_end = { hash_key = "until" }, by_shop = { hash_key = "shop", range_key = "until", range_key_type = "N" } }
  }
}
