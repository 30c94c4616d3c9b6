"""REST APIs' methods and integrations."""

import json

from moto.apigateway import models as rest
from moto.apigateway import responses as rest_responses

from bed.common import before, patched, refuse

NEED_AN_AUTHORIZER = ("CUSTOM", "COGNITO_USER_POOLS")


def rest_definition_can_change() -> None:
    """AWS: UpdateMethod, UpdateIntegration, UpdateMethodResponse and UpdateDomainName take patch operations
    (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html).
    moto: has none of them, so no route's authorization and no domain name's certificate can be changed in place."""
    method_fields = {
        "apiKeyRequired": "api_key_required",
        "authorizationScopes": "authorization_scopes",
        "authorizationType": "authorization_type",
        "authorizerId": "authorizer_id",
        "operationName": "operation_name",
        "requestModels": "request_models",
        "requestParameters": "request_parameters",
        "requestValidatorId": "request_validator_id",
    }
    integration_fields = {
        "cacheKeyParameters": "cache_key_parameters",
        "cacheNamespace": "cache_namespace",
        "connectionType": "connection_type",
        "contentHandling": "content_handling",
        "credentials": "credentials",
        "httpMethod": "http_method",
        "passthroughBehavior": "passthrough_behaviour",
        "requestParameters": "request_parameters",
        "requestTemplates": "request_templates",
        "timeoutInMillis": "timeout_in_millis",
        "uri": "uri",
    }
    response_fields = {"responseModels": "response_models", "responseParameters": "response_parameters"}
    domain_fields = {
        "certificateArn": "certificate_arn",
        "regionalCertificateArn": "regional_certificate_arn",
        "securityPolicy": "security_policy",
    }

    def method_of(self):
        parts = self.path.split("/")
        return self.backend.get_method(parts[2], parts[4], parts[6])

    def update_method(self) -> str:
        return patched(method_of(self), method_fields, self._get_param("patchOperations"))

    def update_integration(self) -> str:
        return patched(method_of(self).method_integration, integration_fields, self._get_param("patchOperations"))

    def update_method_response(self) -> str:
        response = method_of(self).get_response(self.path.split("/")[8])
        return patched(response, response_fields, self._get_param("patchOperations"))

    def update_domain_name(self) -> str:
        domain = self.backend.get_domain_name(self.path.split("/")[2])
        return patched(domain, domain_fields, self._get_param("patchOperations"))

    responses = rest_responses.APIGatewayResponse
    responses.update_method = update_method
    responses.update_integration = update_integration
    responses.update_method_response = update_method_response
    responses.update_domain_name = update_domain_name


def rest_method_is_checked() -> None:
    """AWS: refuses a second method of one name (409), and CUSTOM or COGNITO_USER_POOLS without an authorizer of this API:
    "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid
    authorizer." (https://github.com/localstack/localstack, services/apigateway, compared with AWS by its tests).
    moto: replaces the one, accepts the other."""

    @before(rest.APIGatewayBackend, "put_method")
    def put(self, given) -> None:
        if given.method_type in self.get_resource(given.function_id, given.resource_id).resource_methods:
            refuse("ConflictException", "Method already exists for this resource", 409)
        check(self.get_rest_api(given.function_id), given.authorization_type, given.authorizer_id)

    responses = rest_responses.APIGatewayResponse
    update = responses.update_method

    def update_method(self) -> str:
        parts = self.path.split("/")
        method = self.backend.get_method(parts[2], parts[4], parts[6])
        told = {
            each["path"]: each.get("value") for each in self._get_param("patchOperations") if each["op"] != "remove"
        }
        kind = told.get("/authorizationType", method.authorization_type)
        check(self.backend.get_rest_api(parts[2]), kind, told.get("/authorizerId", method.authorizer_id))
        result = update(self)
        if method.authorization_type not in NEED_AN_AUTHORIZER:
            method.authorizer_id = None
            return json.dumps(method.to_json())
        return result

    def check(api, kind: str | None, authorizer: str | None) -> None:
        if kind in NEED_AN_AUTHORIZER and authorizer not in api.authorizers:
            message = (
                "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS"
                " requires a valid authorizer."
            )
            refuse("BadRequestException", message)

    responses.update_method = update_method


PATCHES = [
    rest_definition_can_change,
    rest_method_is_checked,
]
