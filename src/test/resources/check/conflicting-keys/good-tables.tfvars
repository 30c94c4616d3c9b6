name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = {}
suppress  = [{ rule = "unused-table", subject = "tables.*", reason = "other stacks use them" }]
tables = {
  copies = {
    hash_key = "id"
    stream   = "NEW_AND_OLD_IMAGES"
    max_read_units  = 1000
    max_write_units = 100
    indexes  = { by_shop = { hash_key = "shop", max_read_units = 10, max_write_units = 10 } }
    replicas = { eu-central-1 = {}, us-east-1 = { point_in_time_recovery = false } }
  }
  orders = {
    hash_key       = "id"
    read_capacity  = 50
    write_capacity = 5
    autoscaling    = { max_read_capacity = 50, max_write_capacity = 50, indexes = false }
    indexes        = { by_shop = { hash_key = "shop", write_capacity = 60 } }
    encryption_key = "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d"
  }
}
