name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { deletion_protection = false }
tables = {
  orders = {
    hash_key            = "id"
    deletion_protection = false
    indexes             = { by_customer = { hash_key = "customer", range_key = "placed", range_key_type = "N", max_read_units = 40, max_write_units = 40 } }
    max_read_units      = 400
    max_write_units     = 40
    ttl                 = "expires_at"
    stream              = "NEW_IMAGE"
    recovery_days       = 7
    encryption_key      = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d"
  }
}
