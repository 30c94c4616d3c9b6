name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain" } }
tags      = { team = "sales" }
functions = { plain = { package = "dist/app.zip", code_signing = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0a1b2c3d4e5f60718", handler = "app.handler", runtime = "python3.12", package_bucket = "shop-packages", vpc = { subnet_ids = ["subnet-0a1b2c3d"], security_group_ids = ["sg-0a1b2c3d"] }, file_system = { access_point = "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c3d4e5f60718", path = "/mnt/goods" } } }
