variable "api" {}
variable "resource" {}

resource "aws_api_gateway_method" "post" {
  rest_api_id   = var.api
  resource_id   = var.resource
  http_method   = "POST"
  authorization = "AWS_IAM"
}
