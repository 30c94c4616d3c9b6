"""REST APIs' OpenAPI documents: PutRestApi.

What AWS does with one is from https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html and
the pages beside it; what follows from a part of a document is put together from moto's own methods.
"""

import json
import re

from moto.apigateway import responses as rest_responses

from bed.common import is_variable, refuse

GATEWAY = "x-amazon-apigateway-"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", GATEWAY + "any-method")
PART = re.compile(r"\{[a-zA-Z0-9._$-]+\+?\}|[a-zA-Z0-9._,:-]+")
PLACES = {"path": "path", "query": "querystring", "header": "header"}
TYPES = {"cognito_user_pools": "COGNITO_USER_POOLS", "token": "TOKEN", "request": "REQUEST"}


def rest_document_defines_the_api() -> None:
    """AWS: PutRestApi makes resources, methods, integrations, authorizers, validators and gateway responses of a document. In
    mode overwrite all that the document lacks is deleted, as are description, policy, binary media types, API key source,
    compression and the closed endpoint where it does not say them, and the title names the API; merge leaves them. What AWS
    cannot understand is a warning and left out (a security scheme without an authorizer leaves its route open), or with
    failonwarnings a refusal; security at the root is taken for nothing
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api-update.html,
    api-gateway-import-api-errors-warnings.html, api-gateway-known-issues.html; provider:
    internal/service/apigateway/rest_api.go; wording from memory).
    moto: merges paths and integrations, and passes over security, authorizers, validators and gateway responses."""

    def put_rest_api(self) -> tuple:
        api = self.backend.get_rest_api(self.path.split("/")[2])
        document = json.loads(self.body)
        overwrite = self._get_param("mode", "merge") == "overwrite"
        warnings = refuse_errors(document) or warnings_of(document)
        if warnings and (self._get_bool_param("failonwarnings") or False):
            refuse("BadRequestException", "Warnings found during import:\n" + "\n".join(warnings))
        if overwrite:
            forget(api)
        describe(self.backend, api, document, overwrite)
        return 200, {}, json.dumps(api.to_dict())

    rest_responses.APIGatewayResponse.put_rest_api = put_rest_api


def refuse_errors(document: dict) -> None:
    """What discards a whole document."""
    errors = []
    below: dict[str, set[str]] = {}
    for path, item in document.get("paths", {}).items():
        segments = path.strip("/").split("/") if path.strip("/") else []
        for number, segment in enumerate(segments):
            if not PART.fullmatch(segment):
                errors.append(
                    f"Unable to create resource at path '{path}': Resource's path part only allow a-zA-Z0-9._-: or a valid"
                    " greedy path variable and curly braces at the beginning and the end."
                )
            if segment.endswith("+}") and number < len(segments) - 1:
                errors.append(f"Cannot create a child of a resource with a greedy path variable: {segment}")
            if is_variable(segment):
                below.setdefault("/".join(segments[:number]), set()).add(segment)
        for method, operation in operations(item):
            kind = operation.get(GATEWAY + "integration", {}).get("type", "AWS_PROXY").upper()
            if kind not in ("AWS_PROXY", "AWS", "HTTP", "HTTP_PROXY", "MOCK"):
                errors.append(f"Unable to put integration on '{method}' for resource at path '{path}': {kind}")
    for siblings in below.values():
        if len(siblings) > 1:
            names = sorted(siblings)
            errors.append(
                f"A sibling ({names[0]}) of this resource already has a variable path part -- only one is allowed: {names[1]}"
            )
    if not document.get("info", {}).get("title"):
        errors.append("info.title is missing")
    if errors:
        refuse("BadRequestException", "Errors found during import:\n" + "\n".join(errors))


def warnings_of(document: dict) -> list[str]:
    """What is left out of a document with a warning."""
    found = []
    schemes = schemes_of(document)
    for path, item in document.get("paths", {}).items():
        for method, operation in operations(item):
            for name in [name for each in operation.get("security", []) for name in each]:
                if name not in schemes:
                    found.append(f"Unable to find security scheme '{name}' of '{method}' at path '{path}'")
    for name, scheme in schemes.items():
        if scheme.get("type") != "apiKey" and GATEWAY + "authorizer" not in scheme:
            found.append(f"Security scheme '{name}' of type '{scheme.get('type')}' is not supported")
        kind = scheme.get(GATEWAY + "authorizer", {}).get("type", "token")
        if kind.lower() not in TYPES:
            found.append(f"Authorizer '{name}' is of type '{kind}', which is not supported")
    return found


def operations(item: dict):
    return [(method, item[method]) for method in METHODS if method in item]


def schemes_of(document: dict) -> dict:
    return document.get("components", {}).get("securitySchemes") or document.get("securityDefinitions") or {}


def forget(api) -> None:
    api.resources = {api.root_resource_id: api.resources[api.root_resource_id]}
    api.resources[api.root_resource_id].resource_methods = {}
    api.authorizers, api.gateway_responses, api.models, api.request_validators = {}, {}, {}, {}


def describe(backend, api, document: dict, overwrite: bool) -> None:
    settings(api, document, overwrite)
    authorizers = {}
    for name, scheme in schemes_of(document).items():
        if TYPES.get(scheme.get(GATEWAY + "authorizer", {}).get("type", "").lower()):
            authorizers[name] = authorizer(backend, api, name, scheme)
    validators = {
        name: backend.create_request_validator(
            api.id, name, each.get("validateRequestBody"), each.get("validateRequestParameters")
        ).id
        for name, each in document.get(GATEWAY + "request-validators", {}).items()
    }
    for path, item in sorted(document.get("paths", {}).items()):
        resource = resource_at(backend, api, path)
        for method, operation in operations(item):
            name = "ANY" if method.startswith("x-") else method.upper()
            resource.resource_methods.pop(name, None)
            put_method(backend, api, resource, name, document, item, operation, authorizers, validators)
    for kind, response in document.get(GATEWAY + "gateway-responses", {}).items():
        backend.put_gateway_response(
            api.id, kind, response.get("statusCode"), response.get("responseParameters"), response.get("responseTemplates")
        )


def settings(api, document: dict, overwrite: bool) -> None:
    """What the document says of the API itself; overwritten where it does not."""
    policy = document.get(GATEWAY + "policy")
    told = {
        "name": document["info"]["title"],
        "description": document["info"].get("description"),
        "policy": json.dumps(policy) if policy else None,
        "binaryMediaTypes": document.get(GATEWAY + "binary-media-types"),
        "api_key_source": document.get(GATEWAY + "api-key-source"),
        "minimum_compression_size": document.get(GATEWAY + "minimum-compression-size"),
    }
    untold = {"description": None, "binaryMediaTypes": [], "api_key_source": "HEADER"}
    for name, value in told.items():
        if value is not None or overwrite:
            setattr(api, name, untold.get(name) if value is None else value)
    if overwrite:
        api.disableExecuteApiEndpoint = False


def authorizer(backend, api, name: str, scheme: dict) -> str:
    written = scheme[GATEWAY + "authorizer"]
    for each in [each for each in api.authorizers.values() if each.name == name]:
        del api.authorizers[each.id]
    header = f"method.request.{PLACES.get(scheme.get('in'), 'header')}.{scheme.get('name')}"
    return backend.create_authorizer(
        api.id,
        name,
        TYPES[written["type"].lower()],
        provider_arns=written.get("providerARNs"),
        auth_type=scheme.get(GATEWAY + "authtype"),
        authorizer_uri=written.get("authorizerUri"),
        authorizer_credentials=written.get("authorizerCredentials"),
        identity_source=written.get("identitySource") or header,
        identiy_validation_expression=written.get("identityValidationExpression"),
        authorizer_result_ttl=written.get("authorizerResultTtlInSeconds"),
    ).id


def resource_at(backend, api, path: str):
    resource = api.resources[api.root_resource_id]
    for part in [each for each in path.split("/") if each]:
        children = [each for each in api.resources.values() if each.parent_id == resource.id]
        resource = next(
            (each for each in children if each.path_part == part), None
        ) or backend.create_resource(api.id, resource.id, part)
    return resource


def put_method(backend, api, resource, name, document, item, operation, authorizers, validators) -> None:
    demanded = demand(document, operation, authorizers)
    parameters = {
        f"method.request.{PLACES[each['in']]}.{each['name']}": bool(each.get("required"))
        for each in [*item.get("parameters", []), *operation.get("parameters", [])]
        if each.get("in") in PLACES
    }
    validator = operation.get(GATEWAY + "request-validator") or document.get(GATEWAY + "request-validator")
    backend.put_method(
        api.id,
        resource.id,
        name,
        demanded["type"],
        api_key_required=demanded["key"],
        request_parameters=parameters or None,
        authorizer_id=demanded["authorizer"],
        authorization_scopes=demanded["scopes"] or None,
        request_validator_id=validators.get(validator),
    )
    for status, response in operation.get("responses", {}).items():
        if status != "default":
            headers = {f"method.response.header.{each}": False for each in response.get("headers", {})}
            backend.put_method_response(api.id, resource.id, name, status, None, headers or None)
    written = operation.get(GATEWAY + "integration")
    if written:
        integration(backend, api, resource, name, written)


def demand(document: dict, operation: dict, authorizers: dict) -> dict:
    """What an operation demands: the first scheme that API Gateway understands."""
    found = {"type": "NONE", "authorizer": None, "scopes": None, "key": False}
    schemes = schemes_of(document)
    for name, scopes in [pair for each in operation.get("security", []) for pair in each.items()]:
        scheme = schemes.get(name, {})
        kind = TYPES.get(scheme.get(GATEWAY + "authorizer", {}).get("type", "").lower())
        if name in authorizers and found["type"] == "NONE":
            kind = kind if kind == "COGNITO_USER_POOLS" else "CUSTOM"
            found.update(type=kind, authorizer=authorizers[name], scopes=scopes)
        elif scheme.get("type") == "apiKey" and scheme.get(GATEWAY + "authtype") == "awsSigv4":
            found.update(type="AWS_IAM")
        elif scheme.get("type") == "apiKey" and not kind:
            found.update(key=True)
    auth = operation.get(GATEWAY + "auth", {}).get("type", "").upper()
    return {**found, "type": auth} if auth == "AWS_IAM" else found


def integration(backend, api, resource, name: str, written: dict) -> None:
    given = {
        "credentials": written.get("credentials"),
        "request_templates": written.get("requestTemplates"),
        "passthrough_behavior": written.get("passthroughBehavior"),
        "timeout_in_millis": written.get("timeoutInMillis"),
        "request_parameters": written.get("requestParameters"),
        "content_handling": written.get("contentHandling"),
        "connection_type": written.get("connectionType"),
    }
    backend.put_integration(
        function_id=api.id,
        resource_id=resource.id,
        method_type=name,
        integration_type=written["type"].upper(),
        uri=written.get("uri"),
        integration_method=written.get("httpMethod"),
        **{key: value for key, value in given.items() if value is not None},
    )
    for pattern, response in written.get("responses", {}).items():
        backend.put_integration_response(
            function_id=api.id,
            resource_id=resource.id,
            method_type=name,
            status_code=response["statusCode"],
            selection_pattern=None if pattern == "default" else pattern,
            response_templates=response.get("responseTemplates"),
            response_parameters=response.get("responseParameters"),
            content_handling=response.get("contentHandling"),
        )


PATCHES = [rest_document_defines_the_api]
