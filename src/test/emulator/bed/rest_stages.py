"""REST APIs' deployments and stages."""

from moto.apigateway import models as rest
from moto.iam.models import iam_backends

from bed.common import ACCOUNT, before, refuse
from bed.mappings import domains_of
from bed.snapshots import definition_of


def rest_method_settings_can_be_removed() -> None:
    """AWS: removing `/*/*` from a stage forgets the settings of all methods
    (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html).
    moto: ignores it."""
    apply = rest.Stage.apply_operations

    def apply_operations(self, operations: list[dict]):
        for operation in operations:
            if operation["op"] == "remove":
                path = operation["path"].lstrip("/").replace("~1", "/")
                self.method_settings.pop(path, None)
        return apply(self, operations)

    rest.Stage.apply_operations = apply_operations


def rest_logging_needs_the_account_role() -> None:
    """AWS: refuses execution or access logging of a REST stage while the account has no CloudWatch role, so the stage
    must come after `aws_api_gateway_account`
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html).
    moto: accepts it."""
    update = rest.APIGatewayBackend.update_stage

    def update_stage(self, function_id: str, stage_name: str, patch_operations: list[dict]):
        for operation in patch_operations:
            path = operation["path"]
            logs = path.startswith("/accessLogSettings/") or path.endswith("/logging/loglevel")
            if logs and operation["op"] != "remove" and operation.get("value") != "OFF":
                if not self.account.cloudwatch_role_arn:
                    raise rest.BadRequestException(
                        "CloudWatch Logs role ARN must be set in account settings to enable logging"
                    )
        return update(self, function_id, stage_name, patch_operations)

    rest.APIGatewayBackend.update_stage = update_stage


def rest_deployment_is_a_snapshot() -> None:
    """AWS: a deployment is a copy of the API at that moment; stages answer from it, whatever changes afterwards. It is
    refused while a method has no integration
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html and updating-api.html;
    "No integration defined for method" is from memory).
    moto: keeps nothing but an id."""
    create = rest.APIGatewayBackend.create_deployment

    def create_deployment(self, function_id: str, *positional, **named):
        api = self.get_rest_api(function_id)
        for resource in api.resources.values():
            if any(method.method_integration is None for method in resource.resource_methods.values()):
                refuse("BadRequestException", "No integration defined for method")
        deployment = create(self, function_id, *positional, **named)
        deployment.snapshot = definition_of(api)
        return deployment

    rest.APIGatewayBackend.create_deployment = create_deployment


def rest_deployment_in_use_cannot_be_deleted() -> None:
    """AWS: 400, "Active stages pointing to this deployment must be moved or deleted"
    (https://github.com/hashicorp/terraform-provider-aws/issues/19805).
    moto: looks only at the stage that was named when the deployment was made."""

    @before(rest.APIGatewayBackend, "delete_deployment")
    def check(self, given) -> None:
        stages = self.get_rest_api(given.function_id).stages.values()
        if given.deployment_id in [stage.deployment_id for stage in stages]:
            refuse("BadRequestException", "Active stages pointing to this deployment must be moved or deleted")


def rest_stage_points_to_a_deployment() -> None:
    """AWS: refuses a stage, new or changed, whose deployment the API does not have
    (https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html; wording from memory).
    moto: accepts any text."""

    @before(rest.APIGatewayBackend, "create_stage")
    def created(self, given) -> None:
        check(self, given.function_id, given.deploymentId)

    @before(rest.APIGatewayBackend, "update_stage")
    def updated(self, given) -> None:
        for operation in given.patch_operations or []:
            if operation["path"] == "/deploymentId":
                check(self, given.function_id, operation["value"])

    def check(backend, api_id: str, deployment_id: str) -> None:
        if deployment_id not in backend.get_rest_api(api_id).deployments:
            refuse("BadRequestException", "Deployment id does not exist")


def rest_mapped_stage_cannot_be_deleted() -> None:
    """AWS: 400, "Deleting stage NAME failed. Please remove all base path mappings related to the stage in your domains: …"
    (https://github.com/hashicorp/terraform-provider-aws/issues/41651).
    moto: deletes it; the mapping leads nowhere."""

    @before(rest.APIGatewayBackend, "delete_stage")
    def check(self, given) -> None:
        domains = domains_of(self.region_name, given.function_id, given.stage_name)
        if domains:
            message = (
                f"Deleting stage {given.stage_name} failed. Please remove all base path mappings related to the stage"
                f" in your domains: {', '.join(domains)}"
            )
            refuse("BadRequestException", message)


def rest_account_role_is_checked() -> None:
    """AWS: UpdateAccount takes a role that API Gateway may assume; "The role ARN does not have required permissions
    configured. Please grant trust permission for API Gateway and add the required role policy."
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html; the provider retries by this text:
    internal/service/apigateway/account.go).
    moto: accepts any text."""

    @before(rest.APIGatewayBackend, "update_account")
    def check(self, given) -> None:
        for operation in given.patch_operations:
            arn = operation.get("value")
            if operation["path"] != "/cloudwatchRoleArn" or not arn:
                continue
            roles = iam_backends[ACCOUNT]["aws"].roles.values()
            role = next((each for each in roles if each.arn == arn), None)
            if (
                role is None
                or "apigateway.amazonaws.com" not in str(role.assume_role_policy_document)
                or not (role.managed_policies or role.policies)
            ):
                message = (
                    "The role ARN does not have required permissions configured. Please grant trust permission for API"
                    " Gateway and add the required role policy."
                )
                refuse("BadRequestException", message)


PATCHES = [
    rest_method_settings_can_be_removed,
    rest_logging_needs_the_account_role,
    rest_deployment_is_a_snapshot,
    rest_deployment_in_use_cannot_be_deleted,
    rest_stage_points_to_a_deployment,
    rest_mapped_stage_cannot_be_deleted,
    rest_account_role_is_checked,
]
