"""REST APIs: resources, methods, integrations and authorizers."""

import json
import re
from types import SimpleNamespace
from urllib.parse import unquote

from moto.apigateway import models as rest
from moto.apigateway import responses as rest_responses

from bed.common import add_path, before, is_variable, patched, refuse
from bed.mappings import domains_of
from bed.names import path_of

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


def rest_endpoint_can_be_enabled_again() -> None:
    """AWS: replacing `/disableExecuteApiEndpoint` by "false" enables the endpoint
    (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html).
    moto: takes every text for true."""
    apply = rest.RestAPI.apply_patch_operations

    def apply_patch_operations(self, patch_operations: list[dict]) -> None:
        apply(self, patch_operations)
        for operation in patch_operations:
            if operation["path"] == "/disableExecuteApiEndpoint":
                self.disableExecuteApiEndpoint = str(operation["value"]).lower() == "true"

    rest.RestAPI.apply_patch_operations = apply_patch_operations


def rest_authorizer_can_change_pools() -> None:
    """AWS: UpdateAuthorizer adds and removes user pools at /providerARNs
    (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html).
    moto: answers 500, "not implemented"."""
    apply = rest.Authorizer.apply_operations

    def apply_operations(self, operations: list[dict]):
        pools = [each for each in operations if each["path"] == "/providerARNs"]
        patched(self, {"providerARNs": "provider_arns"}, pools)
        return apply(self, [each for each in operations if each["path"] != "/providerARNs"])

    rest.Authorizer.apply_operations = apply_operations


def rest_tags_reach_apis_and_domain_names() -> None:
    """AWS: an ARN in /tags may be an API's, a stage's or a domain name's
    (https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html).
    moto: routes and tags only stages'."""

    def tags_of(self) -> dict:
        parts = unquote(self.path.split("/tags/")[1]).split("/")
        if "stages" in parts:
            owner = self.backend.get_stage(parts[-3], parts[-1])
        elif "domainnames" in parts:
            owner = self.backend.get_domain_name(parts[-1])
        else:
            owner = self.backend.get_rest_api(parts[-1])
        owner.tags = owner.tags or {}
        return owner.tags

    def tag_resource(self):
        tags_of(self).update(self._get_param("tags") or {})
        return 204, {"status": 204}, ""

    def untag_resource(self):
        own = tags_of(self)
        for key in self.querystring.get("tagKeys") or []:
            own.pop(key, None)
        return 204, {"status": 204}, ""

    rest_responses.APIGatewayResponse.tag_resource = tag_resource
    rest_responses.APIGatewayResponse.untag_resource = untag_resource
    add_path("{0}/tags/(?P<resourceArn>.+)$", rest_responses.APIGatewayResponse)


def rest_resources_have_one_variable_child() -> None:
    """AWS: CreateResource refuses a child of what is not there or greedy, a name that is taken (409), and a second variable:
    "A sibling ({id}) of this resource already has a variable path part -- only one is allowed"
    (https://github.com/amazon-archives/aws-apigateway-importer/issues/202,
    https://github.com/serverless/serverless/issues/2730; https://github.com/localstack/localstack, services/apigateway,
    compared with AWS by its tests). A comma is allowed
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html).
    moto: makes every child, refuses a comma."""
    create = rest.APIGatewayBackend.create_resource

    def create_resource(self, function_id: str, parent_resource_id: str, path_part: str):
        api = self.get_rest_api(function_id)
        check_child(api, parent_resource_id, path_part)
        if re.fullmatch(r"[a-zA-Z0-9._,:-]+", path_part or ""):
            return api.add_child(path=path_part, parent_id=parent_resource_id)
        return create(self, function_id, parent_resource_id, path_part)

    rest.APIGatewayBackend.create_resource = create_resource


def check_child(api, parent_id: str, name: str, own: str | None = None) -> None:
    """Refuse what cannot be called `name` below this parent, beside the resources that are there."""
    parent = api.resources.get(parent_id)
    if not parent:
        refuse("NotFoundException", "Invalid Resource identifier specified", 404)
    if parent.path_part.endswith("+}"):
        refuse("BadRequestException", f"Cannot create a child of a resource with a greedy path variable: {parent.path_part}")
    for sibling in [each for each in api.resources.values() if each.parent_id == parent_id and each.id != own]:
        if sibling.path_part == name:
            refuse("ConflictException", f"Another resource with the same parent already has this name: {name}", 409)
        if is_variable(sibling.path_part) and is_variable(name):
            message = f"A sibling ({sibling.path_part}) of this resource already has a variable path part -- only one is allowed"
            refuse("BadRequestException", message)


def rest_resource_can_change() -> None:
    """AWS: UpdateResource replaces /pathPart and /parentId, under the rules of CreateResource; a resource cannot be below
    itself ("Resources cannot be cyclical.")
    (https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateResource.html and patch-operations.html).
    moto: has no such action."""

    def update_resource(self) -> str:
        parts = self.path.split("/")
        api = self.backend.get_rest_api(parts[2])
        resource = self.backend.get_resource(parts[2], parts[4])
        name, parent = resource.path_part, resource.parent_id
        for operation in self._get_param("patchOperations") or []:
            if operation["path"] not in ("/pathPart", "/parentId") or operation["op"] != "replace" or not parent:
                refuse("BadRequestException", f"Invalid patch path  '{operation['path']}' specified for op '{operation['op']}'.")
            if operation["path"] == "/pathPart":
                name = operation["value"]
            else:
                parent = operation["value"]
        check_child(api, parent, name, resource.id)
        if resource.id in ancestors(api, parent):
            refuse("BadRequestException", "Resources cannot be cyclical.")
        resource.path_part, resource.parent_id = name, parent
        return json.dumps(resource.to_dict())

    def ancestors(api, identifier: str | None) -> list[str]:
        found = []
        while identifier:
            found.append(identifier)
            identifier = api.resources[identifier].parent_id
        return found

    rest_responses.APIGatewayResponse.update_resource = update_resource


def rest_resource_takes_its_children_along() -> None:
    """AWS: DeleteResource deletes what is below as well, and refuses the root
    (https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteResource.html; the refusal is from memory).
    moto: leaves the children without a parent."""

    def delete_resource(self, function_id: str, resource_id: str):
        api = self.get_rest_api(function_id)
        resource = self.get_resource(function_id, resource_id)
        if not resource.parent_id:
            refuse("BadRequestException", "Root resource cannot be deleted")
        for child in [each.id for each in api.resources.values() if each.parent_id == resource_id]:
            delete_resource(self, function_id, child)
        described = SimpleNamespace(to_dict=lambda told=resource.to_dict(): told)
        del api.resources[resource_id]
        return described

    rest.APIGatewayBackend.delete_resource = delete_resource


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
        told = {each["path"]: each.get("value") for each in self._get_param("patchOperations") if each["op"] != "remove"}
        kind = told.get("/authorizationType", method.authorization_type)
        check(self.backend.get_rest_api(parts[2]), kind, told.get("/authorizerId", method.authorizer_id))
        result = update(self)
        if method.authorization_type not in NEED_AN_AUTHORIZER:
            method.authorizer_id = None
            return json.dumps(method.to_json())
        return result

    def check(api, kind: str | None, authorizer: str | None) -> None:
        if kind in NEED_AN_AUTHORIZER and authorizer not in api.authorizers:
            message = "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer."
            refuse("BadRequestException", message)

    responses.update_method = update_method


def rest_authorizer_in_use_cannot_be_deleted() -> None:
    """AWS: 409, "Cannot delete authorizer 'NAME', is referenced in method: GET//test"; the provider swallows it and leaves
    the authorizer behind (https://github.com/hashicorp/terraform-provider-aws/issues/14812 and 41401).
    moto: deletes it."""

    @before(rest.APIGatewayBackend, "delete_authorizer")
    def check(self, given) -> None:
        api = self.get_rest_api(given.restapi_id)
        authorizer = self.get_authorizer(given.restapi_id, given.authorizer_id)
        for resource in api.resources.values():
            for name, method in resource.resource_methods.items():
                if method.authorizer_id == given.authorizer_id:
                    message = f"Cannot delete authorizer '{authorizer.name}', is referenced in method: {name}/{path_of(api, resource)}"
                    refuse("ConflictException", message, 409)


def rest_authorizer_names_are_unique() -> None:
    """AWS: "Authorizer name must be unique. Authorizer NAME already exists in this RestApi."
    (https://github.com/aws/aws-cdk/issues/13711; 400 there).
    moto: makes a second one of that name."""

    @before(rest.APIGatewayBackend, "create_authorizer")
    def check(self, given) -> None:
        if given.name in [each.name for each in self.get_rest_api(given.restapi_id).authorizers.values()]:
            message = f"Authorizer name must be unique. Authorizer {given.name} already exists in this RestApi."
            refuse("BadRequestException", message)


def rest_mapped_api_cannot_be_deleted() -> None:
    """AWS: 400, "Deleting RestApi ID failed. Please remove all base path mappings related to the RestApi in your domains: …"
    (https://github.com/serverless/serverless/issues/3638).
    moto: deletes it."""

    @before(rest.APIGatewayBackend, "delete_rest_api")
    def check(self, given) -> None:
        self.get_rest_api(given.function_id)
        domains = domains_of(self.region_name, given.function_id)
        if domains:
            message = f"Deleting RestApi {given.function_id} failed. Please remove all base path mappings related to the RestApi in your domains: {', '.join(domains)}"
            refuse("BadRequestException", message)


def rest_api_has_quotas() -> None:
    """AWS: 300 resources, 10 authorizers and 10 stages an API
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html; the
    code is LimitExceededException, 429, by https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html).
    moto: has none."""

    def room(api: str, what: str, most: int):
        def check(self, given) -> None:
            if len(getattr(self.get_rest_api(getattr(given, api)), what)) >= most:
                refuse("LimitExceededException", f"Maximum number of {what} for this API has been reached.", 429)

        return check

    before(rest.APIGatewayBackend, "create_resource")(room("function_id", "resources", 300))
    before(rest.APIGatewayBackend, "create_authorizer")(room("restapi_id", "authorizers", 10))
    before(rest.APIGatewayBackend, "create_stage")(room("function_id", "stages", 10))


PATCHES = [
    rest_definition_can_change,
    rest_endpoint_can_be_enabled_again,
    rest_authorizer_can_change_pools,
    rest_tags_reach_apis_and_domain_names,
    rest_resources_have_one_variable_child,
    rest_resource_can_change,
    rest_resource_takes_its_children_along,
    rest_method_is_checked,
    rest_authorizer_in_use_cannot_be_deleted,
    rest_authorizer_names_are_unique,
    rest_mapped_api_cannot_be_deleted,
    rest_api_has_quotas,
]
