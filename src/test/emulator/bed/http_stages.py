"""HTTP APIs' stages."""

import json
from urllib.parse import unquote

from moto.apigatewayv2 import models as http
from moto.apigatewayv2 import responses as http_responses

from bed.common import add_path, before, refuse
from bed.mappings import domains_of


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


def http_mapped_stage_cannot_be_deleted() -> None:
    """AWS: 400, "Deleting stage NAME failed. Please remove all base path mappings related to the stage in your domains: …"
    (https://github.com/terraform-aws-modules/terraform-aws-apigateway-v2/issues/83).
    moto: deletes it; the mapping leads nowhere."""

    @before(http.ApiGatewayV2Backend, "delete_stage")
    def check(self, given) -> None:
        domains = domains_of(self.region_name, given.api_id, given.stage_name)
        if domains:
            message = (
                f"Deleting stage {given.stage_name} failed. Please remove all base path mappings related to the stage"
                f" in your domains: {', '.join(domains)}"
            )
            refuse("BadRequestException", message)


def http_stage_names_are_unique() -> None:
    """AWS: 409 for a stage that is there
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html).
    moto: replaces it."""

    @before(http.ApiGatewayV2Backend, "create_stage")
    def check(self, given) -> None:
        if given.config["stageName"] in self.get_api(given.api_id).stages:
            refuse("ConflictException", "Stage already exists", 409)


PATCHES = [
    http_stage_can_change,
    http_tags_reach_stages_and_domain_names,
    http_mapped_stage_cannot_be_deleted,
    http_stage_names_are_unique,
]
