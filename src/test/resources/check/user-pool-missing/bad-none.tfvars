name     = "books"
region   = "eu-west-1"
api_type = "none"


