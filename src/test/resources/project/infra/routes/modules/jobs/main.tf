variable "api" {}
variable "resource" {}

resource "aws_api_gateway_method" "post" {
  rest_api_id   = var.api
  resource_id   = var.resource
  http_method   = "POST"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "post" {
  rest_api_id             = var.api
  resource_id             = var.resource
  http_method             = aws_api_gateway_method.post.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "POST"
  uri                     = "https://jobs.example.com/"
}
