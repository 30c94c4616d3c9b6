"""Lambda's published versions, the aliases that lead to them, and what is kept started of them."""

import json
from urllib.parse import unquote

from moto.awslambda import models as functions
from moto.awslambda.responses import LambdaResponse
from moto.awslambda.urls import url_paths

from bed.common import before, refuse

INVALID = "InvalidParameterValueException"


def versions_are_published_once() -> None:
    """AWS: publishes no version while nothing has changed since the latest one, which is answered then
    (https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html).
    moto: publishes a second one after the first."""
    publish = functions.LambdaStorage.publish_version

    def publish_version(self, name_or_arn: str, description: str = ""):
        published = publish(self, name_or_arn, description)
        self.get_function_by_name_or_arn_forbid_qualifier(name_or_arn).code_or_config_updated = False
        return published

    functions.LambdaStorage.publish_version = publish_version


def aliases_are_checked() -> None:
    """AWS: an alias's name is not a number, and it leads to a version that is there
    (https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html). `bed.model` holds its letters.
    moto: takes a number."""

    @before(functions.LambdaBackend, "create_alias")
    def created(self, given) -> None:
        if given.name.isdigit():
            refuse("ValidationException", "'name' must not be a number")


def snapshots_are_of_versions() -> None:
    """AWS: keeps whether published versions start from a snapshot, which is for Java, Python and .NET with 512 MB of /tmp
    (https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html; wording from memory).
    moto: says that none does."""
    configuration = functions.LambdaFunction.get_configuration
    update = functions.LambdaFunction.update_configuration
    created = functions.LambdaFunction.__init__

    def check(function) -> None:
        if function.snap_start == "None":
            return
        if not str(function.run_time).startswith(("java", "python3.12", "python3.13", "python3.14", "dotnet")):
            refuse(INVALID, f"{function.run_time} is not supported for SnapStart enabled functions.")
        if function.ephemeral_storage > 512:
            refuse(INVALID, "Ephemeral Storage above 512 MB is not supported for SnapStart enabled functions.")
        if provisioned(function):
            refuse(INVALID, "SnapStart is not supported with provisioned concurrency.")

    def __init__(self, account_id: str, spec: dict, *positional, **named) -> None:
        created(self, account_id, spec, *positional, **named)
        self.snap_start = (spec.get("SnapStart") or {}).get("ApplyOn", "None")
        check(self)

    def get_configuration(self, on_create: bool = False) -> dict:
        is_on = self.snap_start != "None" and str(self.version) != "$LATEST"
        told = {"ApplyOn": self.snap_start, "OptimizationStatus": "On" if is_on else "Off"}
        return {**configuration(self, on_create), "SnapStart": told}

    def update_configuration(self, config_updates: dict) -> dict:
        self.snap_start = (config_updates.get("SnapStart") or {}).get("ApplyOn", self.snap_start)
        told = update(self, config_updates)
        check(self)
        return told

    functions.LambdaFunction.__init__ = __init__
    functions.LambdaFunction.get_configuration = get_configuration
    functions.LambdaFunction.update_configuration = update_configuration


def instances_are_kept_started() -> None:
    """AWS: PutProvisionedConcurrencyConfig takes a version or an alias, one of a version, and not more than the function
    reserves (https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html; wording from memory).
    moto: has no such action."""

    def put_provisioned_concurrency_config(self):
        function, qualifier = asked(self)
        wanted = self.json_body["ProvisionedConcurrentExecutions"]
        latest = self.backend.get_function(function.function_name)
        if qualifier == "$LATEST":
            refuse(INVALID, "Provisioned Concurrency Configs cannot be applied to unpublished function versions.")
        if latest.reserved_concurrency is not None and wanted > latest.reserved_concurrency:
            refuse(
                INVALID,
                "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function",
            )
        if function.snap_start != "None":
            refuse(INVALID, "Provisioned concurrency is not supported with SnapStart.")
        for other in set(provisioned(latest)) - {qualifier}:
            if self.backend.get_function(function.function_name, other).version == function.version:
                refuse(
                    INVALID,
                    "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version",
                )
        provisioned(latest)[qualifier] = wanted
        return 202, {"status": 202}, json.dumps(told(wanted))

    def get_provisioned_concurrency_config(self):
        function, qualifier = asked(self)
        kept = provisioned(self.backend.get_function(function.function_name))
        if qualifier not in kept:
            missing = "No Provisioned Concurrency Config found for this function"
            refuse("ProvisionedConcurrencyConfigNotFoundException", missing, 404)
        return json.dumps(told(kept[qualifier]))

    def delete_provisioned_concurrency_config(self):
        function, qualifier = asked(self)
        provisioned(self.backend.get_function(function.function_name)).pop(qualifier, None)
        return 204, {"status": 204}, ""

    def asked(response) -> tuple:
        name = unquote(response.path.rsplit("/", 2)[-2])
        qualifier = response._get_param("Qualifier")
        return response.backend.get_function(name, qualifier), qualifier

    def told(wanted: int) -> dict:
        counts = {f"{each}ProvisionedConcurrentExecutions": wanted for each in ("Requested", "Available", "Allocated")}
        return {**counts, "Status": "READY", "LastModified": "2026-11-20T00:00:00+0000"}

    for action in (
        put_provisioned_concurrency_config,
        get_provisioned_concurrency_config,
        delete_provisioned_concurrency_config,
    ):
        setattr(LambdaResponse, action.__name__, action)
    path = r"{0}/(?P<api_version>[^/]+)/functions/(?P<function_name>[\w_:%-]+)/provisioned-concurrency$"
    url_paths[path] = LambdaResponse.dispatch


def provisioned(function) -> dict[str, int]:
    """How many instances are kept started, by the alias or version."""
    return function.__dict__.setdefault("provisioned", {})


PATCHES = [
    versions_are_published_once,
    aliases_are_checked,
    snapshots_are_of_versions,
    instances_are_kept_started,
]
