"""Makes provider.json: of each resource type that the rules look at, its arguments and what the provider fills in.

Usage: provider.py FOLDER, with terraform on PATH and Terraform's own way of finding providers. Nothing is asked of AWS.
"""

import json
import pathlib
import subprocess
import sys

CONFIGURATION = {
    "aws_api_gateway_account": {},
    "aws_api_gateway_api_key": {"name": "x"},
    "aws_api_gateway_authorizer": {"name": "a", "rest_api_id": "x", "type": "COGNITO_USER_POOLS", "provider_arns": ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abcdefghi"]},
    "aws_api_gateway_base_path_mapping": {"api_id": "x", "domain_name": "a.example.com"},
    "aws_api_gateway_deployment": {"rest_api_id": "x"},
    "aws_api_gateway_domain_name": {"domain_name": "a.example.com", "endpoint_configuration": {"types": ["REGIONAL"]}},
    "aws_api_gateway_gateway_response": {"rest_api_id": "x", "response_type": "UNAUTHORIZED"},
    "aws_api_gateway_integration": {"rest_api_id": "x", "resource_id": "y", "http_method": "GET", "type": "MOCK"},
    "aws_api_gateway_integration_response": {"rest_api_id": "x", "resource_id": "y", "http_method": "GET", "status_code": "200"},
    "aws_api_gateway_method": {"rest_api_id": "x", "resource_id": "y", "http_method": "GET", "authorization": "NONE"},
    "aws_api_gateway_method_response": {"rest_api_id": "x", "resource_id": "y", "http_method": "GET", "status_code": "200"},
    "aws_api_gateway_method_settings": {"rest_api_id": "x", "stage_name": "s", "method_path": "*/*", "settings": {"caching_enabled": False}},
    "aws_api_gateway_model": {"rest_api_id": "x", "name": "y", "content_type": "application/json"},
    "aws_api_gateway_request_validator": {"rest_api_id": "x", "name": "y"},
    "aws_api_gateway_resource": {"rest_api_id": "x", "parent_id": "y", "path_part": "z"},
    "aws_api_gateway_rest_api": {"name": "x"},
    "aws_api_gateway_rest_api_policy": {"rest_api_id": "x", "policy": "{}"},
    "aws_api_gateway_stage": {"rest_api_id": "x", "deployment_id": "y", "stage_name": "z", "access_log_settings": {"destination_arn": "arn:aws:logs:eu-west-1:123456789012:log-group:x", "format": "x"}},
    "aws_api_gateway_usage_plan": {"name": "x", "throttle_settings": {"rate_limit": 5}, "api_stages": [{"api_id": "x", "stage": "y"}]},
    "aws_api_gateway_usage_plan_key": {"key_id": "x", "key_type": "API_KEY", "usage_plan_id": "y"},
    "aws_api_gateway_vpc_link": {"name": "x", "target_arns": ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/x/y"]},
    "aws_apigatewayv2_api": {"name": "x", "protocol_type": "HTTP", "cors_configuration": {}},
    "aws_apigatewayv2_api_mapping": {"api_id": "x", "domain_name": "y", "stage": "z"},
    "aws_apigatewayv2_authorizer": {"api_id": "x", "authorizer_type": "JWT", "name": "y", "jwt_configuration": {}},
    "aws_apigatewayv2_deployment": {"api_id": "x"},
    "aws_apigatewayv2_domain_name": {"domain_name": "a.example.com", "domain_name_configuration": {"certificate_arn": "arn:aws:acm:eu-west-1:123456789012:certificate/x", "endpoint_type": "REGIONAL", "security_policy": "TLS_1_2"}},
    "aws_apigatewayv2_integration": {"api_id": "x", "integration_type": "AWS_PROXY"},
    "aws_apigatewayv2_route": {"api_id": "x", "route_key": "GET /x"},
    "aws_apigatewayv2_stage": {"api_id": "x", "name": "y", "default_route_settings": {}, "route_settings": [{"route_key": "GET /x"}], "access_log_settings": {"destination_arn": "arn:aws:logs:eu-west-1:123456789012:log-group:x", "format": "x"}},
    "aws_apigatewayv2_vpc_link": {"name": "x", "security_group_ids": [], "subnet_ids": ["subnet-1"]},
    "aws_acm_certificate": {"domain_name": "a.example.com", "validation_method": "DNS"},
    "aws_acm_certificate_validation": {"certificate_arn": "arn:aws:acm:eu-west-1:123456789012:certificate/x"},
    "aws_cloudwatch_log_group": {"name": "x"},
    "aws_cognito_identity_pool_provider_principal_tag": {"identity_pool_id": "eu-west-1:00000000-0000-0000-0000-000000000000", "identity_provider_name": "x"},
    "aws_cognito_identity_pool_roles_attachment": {"identity_pool_id": "eu-west-1:00000000-0000-0000-0000-000000000000", "roles": {"authenticated": "arn:aws:iam::123456789012:role/x"}, "role_mapping": [{"identity_provider": "x", "type": "Rules", "ambiguous_role_resolution": "Deny", "mapping_rule": [{"claim": "x", "match_type": "Equals", "value": "y", "role_arn": "arn:aws:iam::123456789012:role/x"}]}]},
    "aws_cognito_identity_provider": {"user_pool_id": "x", "provider_name": "y", "provider_type": "OIDC", "provider_details": {}},
    "aws_cognito_resource_server": {"identifier": "x", "name": "y", "user_pool_id": "z", "scope": [{"scope_name": "a", "scope_description": "b"}]},
    "aws_cognito_user": {"user_pool_id": "x", "username": "y"},
    "aws_cognito_user_group": {"user_pool_id": "eu-west-1_abcdefghi", "name": "y"},
    "aws_cognito_user_pool": {"name": "x", "schema": [{"name": "a", "attribute_data_type": "String"}], "admin_create_user_config": {}, "password_policy": {}, "username_configuration": {"case_sensitive": False}},
    "aws_cognito_user_pool_client": {"name": "x", "user_pool_id": "eu-west-1_abcdefghi", "token_validity_units": [{}]},
    "aws_cognito_user_pool_domain": {"domain": "x", "user_pool_id": "y"},
    "aws_dynamodb_table": {"name": "xyz", "hash_key": "id", "attribute": [{"name": "id", "type": "S"}], "billing_mode": "PAY_PER_REQUEST"},
    "aws_iam_policy": {"policy": "{}"},
    "aws_iam_policy_attachment": {"name": "x", "policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess", "roles": ["x"]},
    "aws_iam_role": {"assume_role_policy": "{}"},
    "aws_iam_role_policy": {"role": "x", "policy": "{}"},
    "aws_iam_role_policy_attachment": {"role": "x", "policy_arn": "arn:aws:iam::aws:policy/x"},
    "aws_iam_user_policy": {"user": "x", "policy": "{}"},
    "aws_kms_key": {},
    "aws_lambda_alias": {"name": "x", "function_name": "y", "function_version": "1"},
    "aws_lambda_function": {"function_name": "x", "role": "arn:aws:iam::123456789012:role/x", "filename": "x.zip", "handler": "a.b", "runtime": "python3.12"},
    "aws_lambda_function_url": {"function_name": "x", "authorization_type": "NONE"},
    "aws_lambda_permission": {"function_name": "x", "action": "lambda:InvokeFunction", "principal": "apigateway.amazonaws.com"},
    "aws_lambda_provisioned_concurrency_config": {"function_name": "x", "qualifier": "y", "provisioned_concurrent_executions": 1},
    "aws_route53_record": {"zone_id": "Z", "name": "a.example.com", "type": "A", "alias": {"name": "x", "zone_id": "Z", "evaluate_target_health": True}},
    "aws_route53_zone": {"name": "example.com"},
    "aws_s3_bucket": {"bucket": "xyz"},
    "aws_secretsmanager_secret": {},
    "aws_secretsmanager_secret_version": {"secret_id": "x", "secret_string": "y"},
    "aws_ssm_parameter": {"name": "x", "type": "String", "value": "y"},
    "aws_sns_topic": {"name": "x"},
    "aws_sqs_queue": {"name": "x"},
    "aws_verifiedpermissions_identity_source": {"policy_store_id": "x", "configuration": {"cognito_user_pool_configuration": {"user_pool_arn": "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abcdefghi"}}},
    "aws_verifiedpermissions_policy": {"policy_store_id": "x", "definition": {"static": {"statement": "permit (principal, action, resource);"}}},
    "aws_verifiedpermissions_policy_store": {"validation_settings": {"mode": "OFF"}},
    "aws_wafv2_web_acl": {"name": "x", "scope": "REGIONAL", "default_action": {"allow": {}}, "visibility_config": {"cloudwatch_metrics_enabled": True, "metric_name": "x", "sampled_requests_enabled": True}},
    "aws_wafv2_web_acl_association": {"resource_arn": "arn:aws:apigateway:eu-west-1::/restapis/x/stages/y", "web_acl_arn": "arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x/y"},
}

VERSIONS = {"required_providers": {"aws": {"source": "hashicorp/aws", "version": "5.100.0"}}}
PROVIDER = {
    "region": "eu-west-1",
    "access_key": "test",
    "secret_key": "test",
    "skip_credentials_validation": True,
    "skip_requesting_account_id": True,
    "skip_metadata_api_check": True,
}


def terraform(folder, *arguments):
    return subprocess.run(["terraform", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def planned(folder, resources):
    """What a plan of these resources, each on its own, says of them."""
    (folder / "x.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    (folder / "main.tf.json").write_text(
        json.dumps(
            {
                "terraform": VERSIONS,
                "provider": {"aws": PROVIDER},
                "resource": {kind: {"x": block} for kind, block in resources.items()},
            }
        )
    )
    terraform(folder, "init", "-input=false")
    terraform(folder, "plan", "-input=false", "-out=plan")
    plan = json.loads(terraform(folder, "show", "-json", "plan"))
    return {change["type"]: change["change"] for change in plan["resource_changes"]}


def without_optional_blocks(kind, block, schema):
    # What the provider wants, though its schema does not say so.
    wanted = {"alias", "attribute", "configuration", "default_action", "definition", "validation_settings", "visibility_config"}
    blocks = schema.get("block_types", {})
    return {k: v for k, v in block.items() if k not in blocks or blocks[k].get("min_items") or k in wanted}


def slim(schema, written, after, unknown):
    """The schema without descriptions, with what the provider fills in where nothing is written."""
    found = {}
    for name, attribute in schema.get("attributes", {}).items():
        found[name] = {"type": attribute["type"]}
        for flag in ("computed", "sensitive"):
            if attribute.get(flag):
                found[name][flag] = True
        filled = after.get(name) if isinstance(after, dict) else None
        is_default = isinstance(written, dict) and name not in written and isinstance(filled, (str, int, float))
        if is_default:
            found[name]["default"] = filled
    for name, block in schema.get("block_types", {}).items():
        inner, outcome = (one.get(name) if isinstance(one, dict) else None for one in (written, after))
        inner = inner[0] if isinstance(inner, list) and inner else inner
        outcome = outcome[0] if isinstance(outcome, list) and outcome else outcome
        found[name] = {"block": block["nesting_mode"], "of": slim(block["block"], inner, outcome, {})}
        if unknown.get(name) is True:
            found[name]["computed"] = True
    return found


def main(folder):
    (folder / "main.tf.json").write_text(json.dumps({"terraform": VERSIONS}))
    terraform(folder, "init", "-input=false")
    schemas = json.loads(terraform(folder, "providers", "schema", "-json"))["provider_schemas"]
    schemas = schemas["registry.terraform.io/hashicorp/aws"]["resource_schemas"]
    bare = planned(
        folder, {k: without_optional_blocks(k, v, schemas[k]["block"]) for k, v in CONFIGURATION.items()}
    )
    full = planned(folder, CONFIGURATION)
    lines = []
    for kind in sorted(CONFIGURATION):
        one = slim(schemas[kind]["block"], CONFIGURATION[kind], full[kind]["after"], bare[kind]["after_unknown"])
        lines.append(json.dumps(kind) + ": " + json.dumps(one, sort_keys=True, separators=(",", ":")))
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    pathlib.Path(__file__).with_name("provider.json").write_text(text)


main(pathlib.Path(sys.argv[1]))
