"""The calls that change the account, in the order in which they came."""

import base64
import functools
import json
import re
from urllib.parse import parse_qsl

from bed.model import session
from bed.names import Names, target_of

READS = ("Describe", "Get", "List", "BatchGet", "Query", "Scan", "Filter", "Search", "Lookup", "AssumeRole", "Simulate")
TARGETS = {
    "AWSCognitoIdentityProviderService": "cognito-idp",
    "AnyScaleFrontendService": "application-autoscaling",
    "AmazonSSM": "ssm",
    "CertificateManager": "acm",
    "DynamoDB_20120810": "dynamodb",
    "Logs_20140328": "logs",
}
# What a call is about, the first of these that it has; `a b` is both, joined by a blank.
SUBJECTS = {
    "apigateway": (
        "httpMethod resourceId statusCode",
        "httpMethod resourceId",
        "parentId pathPart",
        "resourceId",
        "responseType",
        "domainName basePath",
        "domainName",
        "stageName",
        "authorizerId",
        "deploymentId",
        "resourceArn",
        "name",
        "restApiId",
    ),
    "apigatewayv2": (
        "ApiMappingId",
        "domainName apiMappingKey",
        "domainName",
        "RouteId",
        "routeKey",
        "IntegrationId",
        "integrationUri",
        "AuthorizerId",
        "StageName",
        "stageName",
        "ResourceArn",
        "name",
        "ApiId",
    ),
    "lambda": ("FunctionName StatementId", "FunctionName", "LayerName", "Resource"),
    "cognito-idp": (
        "ClientId",
        "ClientName",
        "Domain",
        "Identifier",
        "GroupName",
        "PoolName",
        "UserPoolId",
        "ResourceArn",
    ),
    "iam": ("RoleName PolicyName", "RoleName PolicyArn", "RoleName", "PolicyName"),
    "ssm": ("Name", "ResourceId"),
    "logs": ("logGroupName", "resourceArn"),
    "acm": ("DomainName", "CertificateArn"),
    "application-autoscaling": ("ResourceId ScalableDimension", "ResourceARN"),
    "dynamodb": ("TableName", "ResourceArn"),
    "route53": ("records", "Name", "HostedZoneId", "Id"),
}
# Never kept: code is long.
LONG = ("ZipFile",)


class Calls:
    """The log; a read and Terraform's own state (S3) are not in it."""

    def __init__(self):
        self._calls: list[dict] = []

    def clear(self) -> None:
        self._calls = []

    def listed(self) -> list[dict]:
        return list(self._calls)

    def begin(self, service: str, action: str, parameters: dict) -> dict | None:
        """Keeps the call before it is answered, for afterwards what it deletes has no name any more."""
        if not action or service in ("s3", "sts") or action.startswith(READS):
            return None
        names = Names()
        named = names.resolved(parameters)
        call = {
            "service": service,
            "action": action,
            "subject": subject(service, named),
            "status": None,
            "parameters": named,
        }
        self._calls.append(call)
        return call


def subject(service: str, parameters: dict) -> str:
    for keys in SUBJECTS.get(service, ()):
        values = [parameters.get(key) for key in keys.split(" ")]
        if all(values):
            joined = " ".join(map(str, values))
            if keys == "parentId pathPart":
                return joined.replace(" ", "/").replace("//", "/")
            return target_of(joined) if keys == "integrationUri" else joined
    return ""


def identified(environ: dict, body: bytes) -> tuple[str, str, dict]:
    """Service, action and parameters of a request, whichever of AWS's protocols it speaks."""
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        prefix, _, action = target.partition(".")
        return TARGETS.get(prefix, prefix), action, without_code(json_of(body))
    service = signed_for(environ)
    if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        parameters = dict(parse_qsl(body.decode()))
        return service, parameters.pop("Action", ""), parameters
    path = environ["PATH_INFO"]
    if service == "apigateway" and path.startswith("/v2/"):
        service = "apigatewayv2"
    action, from_path = by_path(service, environ["REQUEST_METHOD"], path)
    if service == "route53":
        text = body.decode()
        named = re.search(r"<Name>([^<]+)</Name>", text)
        return (
            service,
            action,
            {"records": ", ".join(records(text)), "Name": named.group(1) if named else "", **from_path},
        )
    return service, action, {**without_code(json_of(body)), **from_path}


def records(body: str) -> list[str]:
    changes = re.findall(r"<Action>(\w+)</Action>.*?<Name>([^<]+)</Name><Type>(\w+)</Type>", body, re.DOTALL)
    return [" ".join(change) for change in changes]


def signed_for(environ: dict) -> str:
    found = re.search(r"Credential=[^/]+/[^/]+/[^/]+/([^/]+)/", environ.get("HTTP_AUTHORIZATION", ""))
    return found.group(1) if found else ""


def json_of(body: bytes) -> dict:
    try:
        return json.loads(body or b"{}")
    except ValueError:
        return {"body": base64.b64encode(body[:100]).decode()}


def without_code(parameters: dict) -> dict:
    return {
        key: without_code(value) if isinstance(value, dict) else value
        for key, value in parameters.items()
        if key not in LONG
    }


def by_path(service: str, method: str, path: str) -> tuple[str, dict]:
    """The operation of AWS's own model whose method and path these are, and what the path names."""
    for pattern, wanted, action in operations(service):
        found = pattern.fullmatch(path)
        if found and wanted == method:
            return action, {key: value for key, value in found.groupdict().items() if value}
    return "", {}


@functools.cache
def operations(service: str) -> list[tuple[re.Pattern, str, str]]:
    try:
        model = session().get_service_model(service)
    except Exception:  # not a service of AWS's: nothing to log
        return []
    found = []
    for action in model.operation_names:
        described = model.operation_model(action)
        uri = described.http["requestUri"].partition("?")[0].rstrip("/")
        members = location_names(described.input_shape)
        pattern = re.sub(
            r"\\\{(\w+)(\\\+)?\\\}",
            lambda match: f"(?P<{members.get(match.group(1), match.group(1))}>{'.+' if match.group(2) else '[^/]+'})",
            re.escape(uri),
        )
        found.append((re.compile(pattern + "/?"), described.http["method"], action))
    # the longest first: `/tags/{arn}` is greedy in what AWS's model does not call so
    return sorted(found, key=lambda entry: -len(entry[0].pattern))


def location_names(shape) -> dict[str, str]:
    """AWS's models write `__resource_id` in a path for what they call resourceId."""
    members = shape.members if shape is not None else {}
    return {member.serialization.get("name", name): name for name, member in members.items()}
