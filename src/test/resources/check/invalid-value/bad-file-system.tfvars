name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain" } }
functions = {
  plain = { package = "dist/app.zip", handler = "app.handler", runtime = "python3.12", code_signing = "orders", package_bucket = "Shop", vpc = { subnet_ids = ["subnet-0a1b2c3d"], security_group_ids = ["sg-0a1b2c3d"] }, file_system = { access_point = "fsap-0a1b2c3d4e5f60718", path = "/data/goods" } }
}
