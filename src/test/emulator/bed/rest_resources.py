"""REST APIs' resources."""

import json
import re
from types import SimpleNamespace

from moto.apigateway import models as rest
from moto.apigateway import responses as rest_responses

from bed.common import is_variable, refuse


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
        refuse(
            "BadRequestException",
            f"Cannot create a child of a resource with a greedy path variable: {parent.path_part}",
        )
    for sibling in [each for each in api.resources.values() if each.parent_id == parent_id and each.id != own]:
        if sibling.path_part == name:
            refuse("ConflictException", f"Another resource with the same parent already has this name: {name}", 409)
        if is_variable(sibling.path_part) and is_variable(name):
            message = (
                f"A sibling ({sibling.path_part}) of this resource already has a variable path part -- only one is"
                " allowed"
            )
            refuse("BadRequestException", message)


def rest_resource_can_change() -> None:
    """AWS: UpdateResource replaces /pathPart and /parentId, under the rules of CreateResource; a resource cannot be below
    itself ("Resources cannot be cyclical."), nor become greedy above others (from memory).
    (https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateResource.html and patch-operations.html).
    moto: has no such action."""

    def update_resource(self) -> str:
        parts = self.path.split("/")
        api = self.backend.get_rest_api(parts[2])
        resource = self.backend.get_resource(parts[2], parts[4])
        name, parent = resource.path_part, resource.parent_id
        for operation in self._get_param("patchOperations") or []:
            if operation["path"] not in ("/pathPart", "/parentId") or operation["op"] != "replace" or not parent:
                refuse(
                    "BadRequestException",
                    f"Invalid patch path  '{operation['path']}' specified for op '{operation['op']}'.",
                )
            if operation["path"] == "/pathPart":
                name = operation["value"]
            else:
                parent = operation["value"]
        check_child(api, parent, name, resource.id)
        if resource.id in ancestors(api, parent):
            refuse("BadRequestException", "Resources cannot be cyclical.")
        if name.endswith("+}") and any(each.parent_id == resource.id for each in api.resources.values()):
            refuse("BadRequestException", f"A greedy path variable cannot have children: {name}")
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


PATCHES = [
    rest_resources_have_one_variable_child,
    rest_resource_can_change,
    rest_resource_takes_its_children_along,
]
