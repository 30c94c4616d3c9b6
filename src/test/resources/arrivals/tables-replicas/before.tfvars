name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { deletion_protection = false }
tags      = { team = "sales" }
tables = {
  orders = {
    hash_key            = "id"
    deletion_protection = false
    stream              = "NEW_AND_OLD_IMAGES"
    indexes             = { by_state = { hash_key = "state" } }
    replicas            = { eu-central-1 = {} }
  }
}
