name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
tables    = { copies = { hash_key = "id", replicas = { eu-central-1 = {} } } }
