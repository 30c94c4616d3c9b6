"""HTTP APIs: routes, integrations, authorizers and stages."""

import json
from urllib.parse import unquote

from moto.apigatewayv2 import models as http
from moto.apigatewayv2 import responses as http_responses

from bed.common import add_path, before, is_variable, refuse
from bed.mappings import domains_of


def http_cors_can_be_removed() -> None:
    """AWS: an API updated with an empty CORS configuration has none
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html).
    moto: keeps the empty one, which Terraform plans to remove again and again."""
    update = http.Api.update

    def update_api(self, *positional, **named) -> None:
        update(self, *positional, **named)
        self.cors_configuration = self.cors_configuration or None

    http.Api.update = update_api


def http_stage_can_change() -> None:
    """AWS: UpdateStage changes throttling, access log, variables and the like; DeleteAccessLogSettings ends the log; a
    stage that deploys by itself has a deployment
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html).
    moto: has none of these, so no change to a stage can be applied."""
    fields = {
        "accessLogSettings": "access_log_settings",
        "autoDeploy": "auto_deploy",
        "clientCertificateId": "client_certificate_id",
        "defaultRouteSettings": "default_route_settings",
        "description": "description",
        "routeSettings": "route_settings",
        "stageVariables": "stage_variables",
    }

    def update_stage(self):
        parts, changed = self.path.split("/"), json.loads(self.body)
        stage = self.apigatewayv2_backend.get_stage(parts[-3], unquote(parts[-1]))
        for name, field in fields.items():
            if name in changed:
                setattr(stage, field, changed[name])
        return 200, {}, json.dumps(stage.to_json())

    def delete_access_log_settings(self):
        parts = self.path.split("/")
        self.apigatewayv2_backend.get_stage(parts[-4], unquote(parts[-2])).access_log_settings = None
        return 204, {}, ""

    http_responses.ApiGatewayV2Response.update_stage = update_stage
    http_responses.ApiGatewayV2Response.delete_access_log_settings = delete_access_log_settings
    path = "{0}/v2/apis/(?P<api_id>[^/]+)/stages/(?P<stage_name>[^/]+)/accesslogsettings$"
    add_path(path, http_responses.ApiGatewayV2Response)


def http_tags_reach_stages_and_domain_names() -> None:
    """AWS: an ARN in /v2/tags may be a stage's or a domain name's
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html).
    moto: routes only APIs' and VPC links', and keeps a stage's and a domain name's tags elsewhere."""
    tag, untag = http.ApiGatewayV2Backend.tag_resource, http.ApiGatewayV2Backend.untag_resource

    def tags_of(backend, arn: str) -> dict | None:
        parts = arn.split("/")
        if "/stages/" in arn:
            return backend.get_stage(parts[-3], parts[-1]).tags
        return backend.get_domain_name(parts[-1]).tags if "/domainnames/" in arn else None

    def tag_resource(self, resource_arn: str, tags: dict) -> None:
        own = tags_of(self, resource_arn)
        tag(self, resource_arn, tags) if own is None else own.update(tags)

    def untag_resource(self, resource_arn: str, tag_keys: list) -> None:
        own = tags_of(self, resource_arn)
        untag(self, resource_arn, tag_keys) if own is None else [own.pop(key, None) for key in tag_keys]

    http.ApiGatewayV2Backend.tag_resource = tag_resource
    http.ApiGatewayV2Backend.untag_resource = untag_resource
    add_path("{0}/v2/tags/(?P<resource_arn>.+)$", http_responses.ApiGatewayV2Response)


def http_integration_in_use_cannot_be_deleted() -> None:
    """AWS: 409, "Cannot delete Integration … because it is referenced by the following Routes with Ids: […]"
    (https://github.com/hashicorp/terraform-provider-aws/issues/12195).
    moto: deletes it and leaves routes that lead nowhere."""

    @before(http.ApiGatewayV2Backend, "delete_integration")
    def check(self, given) -> None:
        routes = self.get_api(given.api_id).routes.values()
        used = [route.route_id for route in routes if (route.target or "").rpartition("/")[2] == given.integration_id]
        if used:
            message = f"Cannot delete Integration '{given.integration_id}' because it is referenced by the following Routes with Ids: {used}"
            refuse("ConflictException", message, 409)


def http_authorizer_in_use_cannot_be_deleted() -> None:
    """AWS: 409, "Cannot delete authorizer 'NAME', is referenced in route: GET /books"
    (https://github.com/anomalyco/sst/issues/5586).
    moto: deletes it; the routes still name it."""

    @before(http.ApiGatewayV2Backend, "delete_authorizer")
    def check(self, given) -> None:
        api = self.get_api(given.api_id)
        authorizer = api.get_authorizer(given.authorizer_id)
        for route in api.routes.values():
            if route.authorizer_id == given.authorizer_id:
                message = f"Cannot delete authorizer '{authorizer.name}', is referenced in route: {route.route_key}"
                refuse("ConflictException", message, 409)


def http_authorizer_names_are_unique() -> None:
    """AWS: "Authorizer name must be unique. Authorizer NAME already exists in this RestApi." (400; CDK users meet it when
    the new one is made before the old one goes: https://github.com/aws/aws-cdk/issues/13711).
    moto: makes a second one of that name."""

    @before(http.ApiGatewayV2Backend, "create_authorizer")
    def created(self, given) -> None:
        check(self.get_api(given.api_id), given.name)

    @before(http.ApiGatewayV2Backend, "update_authorizer")
    def updated(self, given) -> None:
        check(self.get_api(given.api_id), given.name, given.authorizer_id)

    def check(api, name: str | None, own: str | None = None) -> None:
        if name in [each.name for each in api.authorizers.values() if each.id != own]:
            message = f"Authorizer name must be unique. Authorizer {name} already exists in this RestApi."
            refuse("BadRequestException", message)


def http_route_keys_do_not_conflict() -> None:
    """AWS: 409 for a key that is there, and "… has a conflicting variable on the same hierarchical level as …" for one
    whose variable has another name than its neighbour's (https://github.com/KensioSoftware/yulin/pull/307;
    https://dev.to/slsbytheodo/how-to-rename-api-gateway-path-parameters-on-aws-20fa).
    moto: accepts both. Held here between routes of every method, which is the stricter reading."""

    @before(http.ApiGatewayV2Backend, "create_route")
    def created(self, given) -> None:
        check(self.get_api(given.api_id), given.route_key)

    @before(http.ApiGatewayV2Backend, "update_route")
    def updated(self, given) -> None:
        check(self.get_api(given.api_id), given.route_key, given.route_id)

    def check(api, key: str | None, own: str | None = None) -> None:
        for other in [each.route_key for each in api.routes.values() if each.route_id != own] if key else []:
            if other == key:
                refuse("ConflictException", f"Route with key {key} already exists for this API", 409)
            if conflict(key, other):
                message = f"The provided route key {key} has a conflicting variable on the same hierarchical level as {other}"
                refuse("ConflictException", message, 409)

    def conflict(one: str, other: str) -> bool:
        """Whether both paths are the same up to a segment that is a variable in both, under another name."""
        for left, right in zip(one.partition(" ")[2].split("/"), other.partition(" ")[2].split("/"), strict=False):
            if is_variable(left) and is_variable(right):
                if left.endswith("+}") != right.endswith("+}"):
                    return False  # a greedy one beside a plain one is another level of priority, and allowed
                if left != right:
                    return True
            elif left != right:
                return False
        return False


def http_route_leads_somewhere() -> None:
    """AWS: refuses a route whose integration or authorizer is not of this API, and a type of authorization that needs an
    authorizer without one (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html;
    wording from memory).
    moto: keeps whatever it is sent."""

    @before(http.ApiGatewayV2Backend, "create_route")
    def created(self, given) -> None:
        check(self.get_api(given.api_id), given.target, given.authorization_type, given.authorizer_id)

    @before(http.ApiGatewayV2Backend, "update_route")
    def updated(self, given) -> None:
        api = self.get_api(given.api_id)
        route = api.get_route(given.route_id)
        kept = given.authorizer_id if given.authorizer_id is not None else route.authorizer_id
        check(api, given.target, given.authorization_type or route.authorization_type, kept)

    def check(api, target: str | None, authorization: str | None, authorizer: str | None) -> None:
        if target and target.rpartition("/")[2] not in api.integrations:
            refuse("BadRequestException", f"Invalid integration identifier specified in target {target}")
        if authorization in ("JWT", "CUSTOM") and authorizer not in api.authorizers:
            message = f"Invalid authorizer definition. Setting the authorization type to {authorization} requires a valid authorizer"
            refuse("BadRequestException", message)


def http_route_forgets_what_is_emptied() -> None:
    """AWS: an UpdateRoute with an empty list of scopes leaves none, and one with authorization NONE no authorizer
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html).
    moto: takes an empty list for one that was not sent, and keeps the authorizer."""
    update = http.Route.update

    def updated(self, *positional, **named) -> None:
        update(self, *positional, **named)
        if named.get("authorization_scopes") is not None:
            self.authorization_scopes = named["authorization_scopes"]
        if self.authorization_type == "NONE":
            self.authorizer_id = None

    http.Route.update = updated


def http_mapped_stage_cannot_be_deleted() -> None:
    """AWS: 400, "Deleting stage NAME failed. Please remove all base path mappings related to the stage in your domains: …"
    (https://github.com/terraform-aws-modules/terraform-aws-apigateway-v2/issues/83).
    moto: deletes it; the mapping leads nowhere."""

    @before(http.ApiGatewayV2Backend, "delete_stage")
    def check(self, given) -> None:
        domains = domains_of(self.region_name, given.api_id, given.stage_name)
        if domains:
            message = f"Deleting stage {given.stage_name} failed. Please remove all base path mappings related to the stage in your domains: {', '.join(domains)}"
            refuse("BadRequestException", message)


def http_mapped_api_cannot_be_deleted() -> None:
    """AWS: 400, "Deleting API ID failed. Please remove all API mappings for the API from your custom domain names."
    (https://github.com/gruntwork-io/cloud-nuke/issues/370).
    moto: deletes it."""

    @before(http.ApiGatewayV2Backend, "delete_api")
    def check(self, given) -> None:
        if domains_of(self.region_name, given.api_id):
            message = f"Deleting API {given.api_id} failed. Please remove all API mappings for the API from your custom domain names."
            refuse("BadRequestException", message)


def http_stage_names_are_unique() -> None:
    """AWS: 409 for a stage that is there
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html).
    moto: replaces it."""

    @before(http.ApiGatewayV2Backend, "create_stage")
    def check(self, given) -> None:
        if given.config["stageName"] in self.get_api(given.api_id).stages:
            refuse("ConflictException", "Stage already exists", 409)


def http_api_has_quotas() -> None:
    """AWS: 300 routes, 300 integrations and 10 authorizers an API, 10 stages, 10 scopes a route, 50 audiences an authorizer
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html; that a quota is answered by 429
    and what it says is from memory).
    moto: has none."""

    def room(what: str, most: int):
        def check(self, given) -> None:
            if len(getattr(self.get_api(given.api_id), what)) >= most:
                refuse("TooManyRequestsException", f"Maximum number of {what} for this API has been reached.", 429)

        return check

    backend = http.ApiGatewayV2Backend
    before(backend, "create_route")(room("routes", 300))
    before(backend, "create_integration")(room("integrations", 300))
    before(backend, "create_authorizer")(room("authorizers", 10))
    before(backend, "create_stage")(room("stages", 10))

    @before(backend, "create_route")
    @before(backend, "update_route")
    def scopes(self, given) -> None:
        if len(given.authorization_scopes or []) > 10:
            refuse("BadRequestException", "At most 10 authorization scopes are allowed for a route.")

    @before(backend, "create_authorizer")
    @before(backend, "update_authorizer")
    def audiences(self, given) -> None:
        if len((given.jwt_config or {}).get("audience") or []) > 50:
            refuse("BadRequestException", "At most 50 audiences are allowed for an authorizer.")


PATCHES = [
    http_cors_can_be_removed,
    http_stage_can_change,
    http_tags_reach_stages_and_domain_names,
    http_integration_in_use_cannot_be_deleted,
    http_authorizer_in_use_cannot_be_deleted,
    http_authorizer_names_are_unique,
    http_route_keys_do_not_conflict,
    http_route_leads_somewhere,
    http_route_forgets_what_is_emptied,
    http_mapped_stage_cannot_be_deleted,
    http_mapped_api_cannot_be_deleted,
    http_stage_names_are_unique,
    http_api_has_quotas,
]
