resource "aws_api_gateway_rest_api" "other" { name = "other" }

data "aws_api_gateway_rest_api" "api" { name = "elsewhere" }

resource "aws_api_gateway_resource" "jobs" {
  rest_api_id = aws_api_gateway_rest_api.other.id
  parent_id   = aws_api_gateway_rest_api.other.root_resource_id
  path_part   = "jobs"
}

resource "aws_api_gateway_resource" "elsewhere" {
  rest_api_id = data.aws_api_gateway_rest_api.api.id
  parent_id   = data.aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "jobs"
}
