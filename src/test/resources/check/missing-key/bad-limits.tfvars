name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
tables    = { orders = { hash_key = "id", max_read_units = 1000, indexes = { by_shop = { hash_key = "shop", max_write_units = 10 } } } }
