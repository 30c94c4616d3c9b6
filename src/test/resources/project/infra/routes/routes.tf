locals {
  api = aws_api_gateway_rest_api.api.id
}

resource "aws_api_gateway_resource" "jobs" {
  rest_api_id = local.api
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = "jobs"
}

module "jobs" {
  source   = "./modules/jobs"
  api      = local.api
  resource = aws_api_gateway_resource.jobs.id
}

# Named after the API, and no part of it.
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name = "${aws_api_gateway_rest_api.api.name}-errors"
}
