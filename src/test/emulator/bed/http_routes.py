"""HTTP APIs' routes, and the integrations and authorizers that they name."""

from moto.apigatewayv2 import models as http

from bed.common import before, is_variable, refuse


def http_integration_in_use_cannot_be_deleted() -> None:
    """AWS: 409, "Cannot delete Integration … because it is referenced by the following Routes with Ids: […]"
    (https://github.com/hashicorp/terraform-provider-aws/issues/12195).
    moto: deletes it and leaves routes that lead nowhere."""

    @before(http.ApiGatewayV2Backend, "delete_integration")
    def check(self, given) -> None:
        routes = self.get_api(given.api_id).routes.values()
        used = [route.route_id for route in routes if (route.target or "").rpartition("/")[2] == given.integration_id]
        if used:
            message = (
                f"Cannot delete Integration '{given.integration_id}' because it is referenced by the following Routes"
                f" with Ids: {used}"
            )
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
    moto: accepts both. Held here between routes of one method, as in every report."""

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
                message = (
                    f"The provided route key {key} has a conflicting variable on the same hierarchical level as {other}"
                )
                refuse("ConflictException", message, 409)

    def conflict(one: str, other: str) -> bool:
        """Whether both, of one method, are the same up to a segment that is a variable in both, under another name."""
        if one.partition(" ")[0] != other.partition(" ")[0]:
            return False
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
            message = (
                f"Invalid authorizer definition. Setting the authorization type to {authorization} requires a valid"
                " authorizer"
            )
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


PATCHES = [
    http_integration_in_use_cannot_be_deleted,
    http_authorizer_in_use_cannot_be_deleted,
    http_authorizer_names_are_unique,
    http_route_keys_do_not_conflict,
    http_route_leads_somewhere,
    http_route_forgets_what_is_emptied,
]
