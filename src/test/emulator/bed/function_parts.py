"""What Lambda's functions have that moto does not keep: whose signatures count, and what they mount."""

from moto.awslambda import models as functions
from moto.awslambda.responses import LambdaResponse
from moto.iam.models import iam_backends

from bed.common import ACCOUNT, before, refuse

INVALID = "InvalidParameterValueException"


def functions_have_a_signing_configuration() -> None:
    """AWS: a function's code signing configuration is put and deleted by calls of its own, is in its region, and is none of
    an image's (https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html,
    .../api/API_PutFunctionCodeSigningConfig.html). Signatures are not looked at.
    moto: has the one that a function is made with."""

    def put_function_code_signing_config(self) -> str:
        arn = self.json_body["CodeSigningConfigArn"]
        function = named(self)
        check(function.region, arn, function.package_type)
        function.code_signing_config_arn = arn
        return self.get_function_code_signing_config()

    def delete_function_code_signing_config(self):
        named(self).code_signing_config_arn = None
        return 204, {"status": 204}, ""

    def named(response):
        return response.backend.get_function(response.path.rsplit("/", 2)[-2])

    def check(region: str, arn: str | None, package: str) -> None:
        if not arn:
            return
        if package == "Image":
            refuse(INVALID, "Code signing is not supported for functions created with container images")
        if f":{region}:" not in arn:
            refuse("CodeSigningConfigNotFoundException", f"The code signing configuration cannot be found: {arn}", 404)

    @before(functions.LambdaBackend, "create_function")
    def created(self, given) -> None:
        check(self.region_name, given.spec.get("CodeSigningConfigArn"), given.spec.get("PackageType", "Zip"))

    LambdaResponse.put_function_code_signing_config = put_function_code_signing_config
    LambdaResponse.delete_function_code_signing_config = delete_function_code_signing_config


def functions_mount_file_systems() -> None:
    """AWS: a function in a network mounts a file system by an access point, which its role may; not with SnapStart
    (https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html, snapstart.html; wording from memory).
    moto: does not know it."""
    created, update = functions.LambdaFunction.__init__, functions.LambdaFunction.update_configuration
    configuration = functions.LambdaFunction.get_configuration

    def __init__(self, account_id: str, spec: dict, *positional, **named) -> None:
        created(self, account_id, spec, *positional, **named)
        self.file_systems = spec.get("FileSystemConfigs") or []

    def update_configuration(self, config_updates: dict) -> dict:
        self.file_systems = config_updates.get("FileSystemConfigs", self.file_systems)
        return update(self, config_updates)

    def get_configuration(self, on_create: bool = False) -> dict:
        told = configuration(self, on_create)
        return {**told, "FileSystemConfigs": self.file_systems} if self.file_systems else told

    def check(mounted: list, network: dict, snapped: dict, role: str) -> None:
        for each in mounted:
            if not (network or {}).get("SubnetIds"):
                refuse(INVALID, "The function must be configured to execute in a VPC to access the file system.")
            if (snapped or {}).get("ApplyOn") == "PublishedVersions":
                refuse(INVALID, "SnapStart is not supported for functions with a file system.")
            known = next((one for one in iam_backends[ACCOUNT]["aws"].roles.values() if one.arn == role), None)
            grants = [] if known is None else [str(policy) for policy in known.policies.values()]
            if known is not None and not any(
                each["Arn"] in grant and "elasticfilesystem:ClientMount" in grant for grant in grants
            ):
                refuse(INVALID, "The provided execution role does not have permissions to mount the file system.")

    @before(functions.LambdaBackend, "create_function")
    def made(self, given) -> None:
        spec = given.spec
        check(spec.get("FileSystemConfigs") or [], spec.get("VpcConfig"), spec.get("SnapStart"), spec["Role"])

    @before(functions.LambdaBackend, "update_function_configuration")
    def configured(self, given) -> None:
        function = self.get_function(given.function_name, given.qualifier)
        body = given.body
        check(
            body.get("FileSystemConfigs", function.file_systems),
            body.get("VpcConfig", function.vpc_config),
            body.get("SnapStart"),
            body.get("Role", function.role),
        )

    functions.LambdaFunction.__init__ = __init__
    functions.LambdaFunction.update_configuration = update_configuration
    functions.LambdaFunction.get_configuration = get_configuration


PATCHES = [functions_have_a_signing_configuration, functions_mount_file_systems]
