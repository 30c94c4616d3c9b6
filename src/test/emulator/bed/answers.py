"""What a stage answers: each of its routes with who is let in, what is called, and whether the call would arrive.

The status is that of a caller whom the authorizer lets in: 200 where the call arrives, 500 where the function is missing
or its policy has no statement for this call (https://docs.aws.amazon.com/apigateway/latest/developerguide/
http-api-troubleshooting-lambda.html), 429 where the stage's limit is 0
(https://github.com/hashicorp/terraform-provider-aws/issues/27674).
"""

import re
from fnmatch import fnmatchcase

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.awslambda.models import lambda_backends

from bed.common import ACCOUNT, is_variable, regions
from bed.names import Names

ARN = re.compile(r"arn:aws[a-z-]*:lambda:([a-z0-9-]+):\d+:function:([A-Za-z0-9_-]+)(?::([A-Za-z0-9_$-]+))?")
INVOKE = ("lambda:InvokeFunction", "lambda:*", "*")
# An ANY route takes any method: a grant must hold for one of these as for the other.
ANY = ("GET", "DELETE")


def answers(api_id: str, stage: str) -> list[dict] | None:
    """The stage's routes, sorted; nothing where there is no such API or stage. `api_id` may also be the API's name."""
    for backend in regions(apigateway_backends):
        for api in backend.apis.values():
            if api_id in (api.id, api.name) and stage in api.stages:
                return resolved(rest_answers(backend.region_name, api, api.stages[stage]))
    for backend in regions(apigatewayv2_backends):
        for api in backend.apis.values():
            if api_id in (api.api_id, api.name) and stage in api.stages:
                return resolved(http_answers(backend.region_name, api, api.stages[stage]))
    return None


def resolved(found: list[dict]) -> list[dict]:
    return Names().resolved(sorted(found, key=lambda each: (each["path"], each["method"])))


def rest_answers(region: str, api, stage) -> list[dict]:
    """From the deployment's snapshot: what was changed since then is not answered."""
    snapshot = getattr(api.deployments.get(stage.deployment_id), "snapshot", None) or {"resources": {}}
    found = []
    for path, methods in snapshot["resources"].items():
        for name, method in methods.items():
            integration = method["methodIntegration"] or {}
            authorizer = snapshot["authorizers"].get(method["authorizerId"]) or {}
            sources = [
                f"arn:aws:execute-api:{region}:{ACCOUNT}:{api.id}/{stage.name}/{each}{sample(path)}"
                for each in (ANY if name == "ANY" else (name,))
            ]
            answer = {
                "method": name,
                "path": path,
                "authorization": method["authorizationType"] or "NONE",
                "scopes": sorted(method["authorizationScopes"] or []),
                "authorizer": authorizer.get("name"),
                "apiKeyRequired": bool(method["apiKeyRequired"]),
                **called(integration.get("uri"), integration.get("credentials"), sources),
            }
            source = f"arn:aws:execute-api:{region}:{ACCOUNT}:{api.id}/authorizers/{authorizer.get('id')}"
            asks = authorizer.get("authorizerUri")
            answer["authorizerPermitted"] = called(asks, authorizer.get("authorizerCredentials"), [source])["permitted"]
            answer["status"] = status(answer, rest_limits(stage, path, name))
            found.append(answer)
    return found


def http_answers(region: str, api, stage) -> list[dict]:
    """A stage that deploys by itself answers the routes of this moment; another one nothing, for moto has no deployments."""
    found = []
    for route in api.routes.values() if stage.auto_deploy else []:
        method, _, path = route.route_key.partition(" ")
        integration = api.integrations.get((route.target or "").rpartition("/")[2])
        authorizer = api.authorizers.get(route.authorizer_id)
        uri = integration.integration_uri if integration else None
        key = f"{method}{path}" if path else f"/{route.route_key}"
        sources = [
            f"arn:aws:execute-api:{region}:{ACCOUNT}:{api.api_id}/{stage.name}/"
            + key.replace("ANY/", f"{each}/", 1).lstrip("/")
            for each in (ANY if method == "ANY" else ("",))
        ]
        answer = {
            "method": method,
            "path": path or "",
            "authorization": route.authorization_type or "NONE",
            "scopes": sorted(route.authorization_scopes or []),
            "authorizer": authorizer.name if authorizer else None,
            "apiKeyRequired": bool(route.api_key_required),
            **called(uri, integration.credentials_arn if integration else None, sources),
        }
        asks = authorizer.authorizer_uri if authorizer else None
        source = f"arn:aws:execute-api:{region}:{ACCOUNT}:{api.api_id}/authorizers/{route.authorizer_id}"
        credentials = authorizer.auth_creds_arn if authorizer else None
        answer["authorizerPermitted"] = called(asks, credentials, [source])["permitted"]
        answer["status"] = status(answer, http_limits(stage, route.route_key)) if integration else 500
        found.append(answer)
    return found


def status(answer: dict, limits: list) -> int:
    if any(limit is not None and float(limit) == 0 for limit in limits):
        return 429
    return 200 if answer["permitted"] and answer["authorizerPermitted"] else 500


def rest_limits(stage, path: str, method: str) -> list:
    """A method's own settings, else the stage's; -1 says that there is none."""
    own = f"{path.lstrip('/').replace('/', '~1')}/{method}"
    for key in (own, f"~1{own}", f"{path}/{method}".lstrip("/"), "*/*"):
        settings = stage.method_settings.get(key)
        if settings:
            return [settings.get("throttlingBurstLimit"), settings.get("throttlingRateLimit")]
    return []


def http_limits(stage, route_key: str) -> list:
    settings = {**(stage.default_route_settings or {}), **(stage.route_settings or {}).get(route_key, {})}
    return [settings.get("throttlingBurstLimit"), settings.get("throttlingRateLimit")]


def called(uri: str | None, credentials: str | None, sources: list[str]) -> dict:
    """The function behind the address, if one is, and whether each of these sources may invoke it."""
    found = ARN.search(uri or "")
    if not found:
        return {"uri": uri, "function": None, "permitted": True}
    region, name, qualifier = found.groups()
    versions = lambda_backends[ACCOUNT][region]._lambdas._functions.get(name)
    function = versions["latest"] if versions else None
    statements = function.policy.statements if function else []
    permitted = bool(function) and (
        bool(credentials) or all(grants(statements, source, qualifier) for source in sources)
    )
    return {"uri": uri, "function": name, "permitted": permitted}


def grants(statements: list[dict], source: str, qualifier: str | None) -> bool:
    return any(allows(statement, source, qualifier) for statement in statements)


def allows(statement: dict, source: str, qualifier: str | None) -> bool:
    """A statement for API Gateway whose source ARN matches. One for the function is not one for its alias
    (https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html)."""
    service = (
        statement["Principal"].get("Service") if isinstance(statement["Principal"], dict) else statement["Principal"]
    )
    wanted = statement.get("Condition", {}).get("ArnLike", {}).get("AWS:SourceArn")
    account = statement.get("Condition", {}).get("StringEquals", {}).get("AWS:SourceAccount", ACCOUNT)
    granted = statement["Resource"].partition(":function:")[2].partition(":")[2]
    return (
        statement["Effect"] == "Allow"
        and statement["Action"] in INVOKE
        and service in ("apigateway.amazonaws.com", "*")
        and account == ACCOUNT
        and (granted or None) == (qualifier or None)
        and (wanted is None or fnmatchcase(source, wanted.replace("[", "[[]")))
    )


def sample(path: str) -> str:
    """The path as a caller writes it: a statement must not name the parameter (`/book/*`, not `/book/{id}`)."""
    return "/".join("x" if is_variable(segment) else segment for segment in path.split("/"))
