"""What Lambda's functions have that moto does not keep: whose signatures count."""

from moto.awslambda import models as functions
from moto.awslambda.responses import LambdaResponse

from bed.common import before, refuse

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


PATCHES = [functions_have_a_signing_configuration]
