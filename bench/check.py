#!/usr/bin/env python3
"""Times `tollgate check` on a REST and on an HTTP API of many routes, and prints medians.

The time of a whole process, and of the same on one route: the difference is what the routes cost. `make dist` comes first.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLLGATE = ROOT / "target/dist/tollgate/bin/tollgate"


def pool():
    return {
        "aws_cognito_user_pool": {"users": {"name": "users", "deletion_protection": "ACTIVE"}},
        "aws_cognito_resource_server": {
            "api": {
                "identifier": "api",
                "name": "api",
                "user_pool_id": "${aws_cognito_user_pool.users.id}",
                "scope": [{"scope_name": "all", "scope_description": "All"}],
            }
        },
    }


def rest(routes):
    api = "${aws_api_gateway_rest_api.api.id}"
    resources, methods, integrations, permissions = {}, {}, {}, {}
    for i in range(routes):
        resources[f"r{i}"] = {
            "rest_api_id": api,
            "parent_id": "${aws_api_gateway_rest_api.api.root_resource_id}",
            "path_part": f"route{i}",
        }
        methods[f"r{i}"] = {
            "rest_api_id": api,
            "resource_id": f"${{aws_api_gateway_resource.r{i}.id}}",
            "http_method": "GET",
            "authorization": "COGNITO_USER_POOLS",
            "authorizer_id": "${aws_api_gateway_authorizer.cognito.id}",
            "authorization_scopes": ["api/all"],
        }
        integrations[f"r{i}"] = {
            "rest_api_id": api,
            "resource_id": f"${{aws_api_gateway_resource.r{i}.id}}",
            "http_method": f"${{aws_api_gateway_method.r{i}.http_method}}",
            "type": "AWS_PROXY",
            "integration_http_method": "POST",
            "uri": "${aws_lambda_function.f.invoke_arn}",
        }
        permissions[f"r{i}"] = permission("aws_api_gateway_rest_api", i)
    return {
        **pool(),
        "aws_api_gateway_rest_api": {"api": {"name": "api"}},
        "aws_api_gateway_authorizer": {
            "cognito": {
                "name": "cognito",
                "rest_api_id": api,
                "type": "COGNITO_USER_POOLS",
                "provider_arns": ["${aws_cognito_user_pool.users.arn}"],
            }
        },
        "aws_api_gateway_resource": resources,
        "aws_api_gateway_method": methods,
        "aws_api_gateway_integration": integrations,
        "aws_lambda_permission": permissions,
    }


def http(routes):
    api = "${aws_apigatewayv2_api.api.id}"
    return {
        **pool(),
        "aws_apigatewayv2_api": {"api": {"name": "api", "protocol_type": "HTTP"}},
        "aws_apigatewayv2_route": {
            f"r{i}": {
                "api_id": api,
                "route_key": f"GET /route{i}",
                "authorization_type": "JWT",
                "authorizer_id": "${aws_apigatewayv2_authorizer.cognito.id}",
                "authorization_scopes": ["api/all"],
                "target": "integrations/${aws_apigatewayv2_integration.f.id}",
            }
            for i in range(routes)
        },
        "aws_apigatewayv2_authorizer": {
            "cognito": {
                "api_id": api,
                "authorizer_type": "JWT",
                "name": "cognito",
                "jwt_configuration": {"issuer": "https://${aws_cognito_user_pool.users.endpoint}", "audience": ["x"]},
            }
        },
        "aws_apigatewayv2_integration": {"f": {"api_id": api, "integration_type": "AWS_PROXY"}},
        "aws_lambda_permission": {f"r{i}": permission("aws_apigatewayv2_api", i) for i in range(routes)},
    }


def permission(kind, i):
    return {
        "action": "lambda:InvokeFunction",
        "function_name": "f",
        "principal": "apigateway.amazonaws.com",
        "source_arn": f"${{{kind}.api.execution_arn}}/*/GET/route{i}",
    }


def seconds(file):
    start = time.monotonic()
    subprocess.run([TOLLGATE, "check", file], capture_output=True, check=False)
    return time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--routes", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'api':6}{'routes':>8}{'seconds':>10}{'more than one':>15}")
        for name, make in (("rest", rest), ("http", http)):
            medians = []
            for routes in (1, arguments.routes):
                file = pathlib.Path(folder) / f"{name}{routes}.tf.json"
                file.write_text(json.dumps({"resource": make(routes)}))
                seconds(file)
                medians.append(statistics.median(seconds(file) for _ in range(arguments.runs)))
                print(f"{name:6}{routes:>8}{medians[-1]:>10.2f}{medians[-1] - medians[0]:>15.2f}")


main()
