"""What a stage may be, on either kind of API: its name, its access log, its routes' own limits."""

import json
import re

from moto.apigateway import models as rest
from moto.apigatewayv2 import models as http
from moto.apigatewayv2 import responses as http_responses

from bed.common import before, refuse

BAD = "BadRequestException"


def stage_names_are_checked() -> None:
    """AWS: 1 to 128 letters, digits, hyphens and underscores; `$default` on HTTP alone
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html, http-api-stages.html).
    moto: takes any text."""

    @before(rest.APIGatewayBackend, "create_stage")
    def of_rest(self, given) -> None:
        check(given.stage_name, given.stage_name)

    @before(http.ApiGatewayV2Backend, "create_stage")
    def of_http(self, given) -> None:
        called = given.config["stageName"]
        check(called, "default" if called == "$default" else called)

    def check(told: str, held: str) -> None:
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,128}", held or ""):
            refuse(BAD, f"Stage name only allows a-zA-Z0-9_-: {told}")


def access_log_is_checked() -> None:
    """AWS: the format is one line of at most 3 KB and holds $context.requestId or $context.extendedRequestId; the
    destination is a log group's ARN without `:*`, on HTTP a log group alone
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html, http-api-logging.html,
    http-api-quotas.html; wording from memory).
    moto: takes any."""

    @before(rest.APIGatewayBackend, "update_stage")
    def of_rest(self, given) -> None:
        for operation in given.patch_operations or []:
            if operation["path"].startswith("/accessLogSettings/") and operation["op"] != "remove":
                check({operation["path"].rpartition("/")[2]: operation.get("value")})

    @before(http.ApiGatewayV2Backend, "create_stage")
    def of_http(self, given) -> None:
        check(given.config.get("accessLogSettings") or {})

    update = http_responses.ApiGatewayV2Response.update_stage

    def update_stage(self):
        check(json.loads(self.body).get("accessLogSettings") or {})
        return update(self)

    def check(settings: dict) -> None:
        text, destination = settings.get("format") or "", settings.get("destinationArn") or ""
        if "\n" in text.rstrip("\n"):
            refuse(
                BAD, "Access Log format must be single line, new line character is allowed only at end of the format"
            )
        if text and not re.search(r"\$context\.(requestId|extendedRequestId)", text):
            refuse(BAD, "Access Log format must contain $context.requestId or $context.extendedRequestId")
        if len(text) > 3072:
            refuse(BAD, "Access Log format must be at most 3 KB")
        if destination.endswith(":*"):
            refuse(BAD, "Invalid ARN specified in the request. ARN must not end with :*")

    http_responses.ApiGatewayV2Response.update_stage = update_stage


def http_route_settings_need_their_route() -> None:
    """AWS: 404, "Unable to find Route by key GET /a within the provided RouteSettings"
    (https://github.com/terraform-aws-modules/terraform-aws-apigateway-v2/issues/80).
    moto: keeps settings of routes that are not there."""

    @before(http.ApiGatewayV2Backend, "create_stage")
    def made(self, given) -> None:
        check(self.get_api(given.api_id), given.config.get("routeSettings") or {})

    update = http_responses.ApiGatewayV2Response.update_stage

    def update_stage(self):
        api = self.apigatewayv2_backend.get_api(self.path.split("/")[-3])
        check(api, json.loads(self.body).get("routeSettings") or {})
        return update(self)

    def check(api, settings: dict) -> None:
        keys = {route.route_key for route in api.routes.values()}
        for key in settings:
            if key not in keys:
                refuse("NotFoundException", f"Unable to find Route by key {key} within the provided RouteSettings", 404)

    http_responses.ApiGatewayV2Response.update_stage = update_stage


def rest_authorizer_cache_is_checked() -> None:
    """AWS: 0 to 3,600 seconds (https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html).
    moto: takes any number."""

    @before(rest.APIGatewayBackend, "create_authorizer")
    def made(self, given) -> None:
        check(given.kwargs.get("authorizer_result_ttl"))

    @before(rest.APIGatewayBackend, "update_authorizer")
    def changed(self, given) -> None:
        for operation in given.patch_operations:
            if operation["path"] == "/authorizerResultTtlInSeconds":
                check(operation["value"])

    def check(seconds) -> None:
        if not 0 <= int(seconds if seconds is not None else 300) <= 3600:
            refuse(BAD, "Authorizer result TTL must be between 0 and 3600 seconds")


PATCHES = [
    stage_names_are_checked,
    access_log_is_checked,
    http_route_settings_need_their_route,
    rest_authorizer_cache_is_checked,
]
