name     = "shop"
region   = "eu-west-1"
api_type = "none"

user_pool = { triggers = { pre_sign_up = "plain", post_confirmation = "lonely" } }
functions = {
  plain  = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", file_system = { access_point = "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c3d4e5f60718", path = "/mnt/goods" } }
  lonely = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12", vpc = { subnet_ids = [], security_group_ids = [] }, file_system = { access_point = "arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0a1b2c3d4e5f60718", path = "/mnt/goods" } }
}
