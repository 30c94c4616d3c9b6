terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" { region = "eu-west-1" }
locals { routes = { get = { method = "GET", part = "orders", scope = "orders/read" }, post = { method = "POST", part = "orders", scope = "orders/write" } } }
module "identity" {
  source = "./modules/pool"
  scopes = ["read", "write"]
}
module "api" {
  for_each = toset(["blue", "green"])
  source  = "./modules/api"
  name    = each.key
  pool_arn = module.identity.pool_arn
  issuer  = "https://${module.identity.endpoint}"
  client  = module.identity.client_id
  routes  = local.routes
}
resource "aws_api_gateway_rest_api" "plain" {
  count = 1
  name = "plain"
}
resource "aws_api_gateway_resource" "v1" {
  rest_api_id = aws_api_gateway_rest_api.plain[0].id
  parent_id = aws_api_gateway_rest_api.plain[0].root_resource_id
  path_part = "v1"
}
resource "aws_api_gateway_method" "open" {
  rest_api_id = aws_api_gateway_rest_api.plain[0].id
  resource_id = aws_api_gateway_resource.v1.id
  http_method = "GET"
  authorization = "NONE"
}
resource "aws_api_gateway_rest_api" "doc" {
  name = "doc"
  body = jsonencode({ openapi = "3.0.1", info = {title="d", version="1"}, paths = { "/pets" = { get = { security = [{ cog = ["orders/read"] }], x-amazon-apigateway-integration = {type="MOCK"} }, post = {} } }, components = { securitySchemes = { cog = { type = "apiKey", name = "Authorization", in = "header", x-amazon-apigateway-authtype = "cognito_user_pools", x-amazon-apigateway-authorizer = { type = "cognito_user_pools", providerARNs = ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc"] } } } } })
}
