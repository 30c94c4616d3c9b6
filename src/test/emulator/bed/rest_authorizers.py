"""REST APIs' authorizers."""

from moto.apigateway import models as rest

from bed.common import before, patched, refuse
from bed.names import path_of


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
                    message = (
                        f"Cannot delete authorizer '{authorizer.name}', is referenced in method:"
                        f" {name}/{path_of(api, resource)}"
                    )
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


PATCHES = [
    rest_authorizer_can_change_pools,
    rest_authorizer_in_use_cannot_be_deleted,
    rest_authorizer_names_are_unique,
]
