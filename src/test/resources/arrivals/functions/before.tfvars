name     = "shop"
region   = "eu-west-1"
api_type = "http"

user_pool        = { domain_prefix = "shop-example", deletion_protection = false }
resource_servers = { goods = { scopes = { read = "Read" } } }
clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["goods/read"] } }
functions = {
  goods = {
    package              = "src/test/resources/packed/signed.zip"
    code_signing         = "arn:aws:lambda:eu-west-1:123456789012:code-signing-config:csc-0a1b2c3d4e5f60718"
    package_bucket       = "shop-packages"
    handler              = "index.handler"
    runtime              = "nodejs22.x"
    tables               = ["goods"]
    environment          = { LEVEL = "info" }
    environment_from     = { POOL_ID = "user_pool.id", CLIENT_ID = "clients.till.id", TABLE = "tables.goods.name", KEY = "secret:shop/key" }
    ephemeral_storage    = 1024
    vpc                  = { subnet_ids = ["subnet-0a1b2c3d"], security_group_ids = ["sg-0a1b2c3d"] }
    file_system          = { access_point = "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0a1b2c3d4e5f60718", path = "/mnt/goods" }
    tracing              = true
    reserved_concurrency = 5
    dead_letter          = "arn:aws:sqs:eu-west-1:123456789012:lost"
    kms_key_arn          = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d"
  }
}
tables = { goods = { hash_key = "id", encryption_key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d", deletion_protection = false, indexes = { by_maker = { hash_key = "maker" } } } }
routes = { "GET /goods" = { function = "goods", scopes = ["goods/read"] } }
