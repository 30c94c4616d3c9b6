name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
tables    = { orders = { hash_key = "id", indexes = { by_state = { hash_key = "state", projection = "INCLUDE" }, by_day = {} } } }
