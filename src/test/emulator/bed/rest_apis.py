"""REST APIs themselves: endpoint, tags, deletion, quotas."""

from urllib.parse import unquote

from moto.apigateway import models as rest
from moto.apigateway import responses as rest_responses

from bed.common import add_path, before, refuse
from bed.mappings import domains_of


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


def rest_mapped_api_cannot_be_deleted() -> None:
    """AWS: 400, "Deleting RestApi ID failed. Please remove all base path mappings related to the RestApi in your domains: …"
    (https://github.com/serverless/serverless/issues/3638).
    moto: deletes it."""

    @before(rest.APIGatewayBackend, "delete_rest_api")
    def check(self, given) -> None:
        self.get_rest_api(given.function_id)
        domains = domains_of(self.region_name, given.function_id)
        if domains:
            message = (
                f"Deleting RestApi {given.function_id} failed. Please remove all base path mappings related to the"
                f" RestApi in your domains: {', '.join(domains)}"
            )
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
    rest_endpoint_can_be_enabled_again,
    rest_tags_reach_apis_and_domain_names,
    rest_mapped_api_cannot_be_deleted,
    rest_api_has_quotas,
]
