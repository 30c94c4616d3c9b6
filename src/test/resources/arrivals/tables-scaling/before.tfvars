name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { deletion_protection = false }
tags      = { team = "sales" }
tables = {
  orders = {
    hash_key            = "id"
    deletion_protection = false
    read_capacity       = 5
    write_capacity      = 5
    autoscaling         = { max_read_capacity = 50, max_write_capacity = 20 }
    indexes             = { by_state = { hash_key = "state", projection = "INCLUDE", non_key_attributes = ["total", "placed"], read_capacity = 7 } }
  }
}
