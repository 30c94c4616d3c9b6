"""HTTP APIs themselves: CORS, deletion, quotas."""

from moto.apigatewayv2 import models as http

from bed.common import before, refuse
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


def http_mapped_api_cannot_be_deleted() -> None:
    """AWS: 400, "Deleting API ID failed. Please remove all API mappings for the API from your custom domain names."
    (https://github.com/gruntwork-io/cloud-nuke/issues/370).
    moto: deletes it."""

    @before(http.ApiGatewayV2Backend, "delete_api")
    def check(self, given) -> None:
        if domains_of(self.region_name, given.api_id):
            message = (
                f"Deleting API {given.api_id} failed. Please remove all API mappings for the API from your custom"
                " domain names."
            )
            refuse("BadRequestException", message)


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
    http_mapped_api_cannot_be_deleted,
    http_api_has_quotas,
]
