"""Lambda's functions and who may invoke them."""

import base64
import functools
import io
import json
import os
import zipfile

from moto.awslambda import models as functions
from moto.awslambda.policy import Policy
from moto.iam.models import iam_backends
from moto.s3.models import s3_backends

from bed.common import ACCOUNT, before, refuse

INVALID = "InvalidParameterValueException"
NO_LONGER_CREATED = set(
    "provided go1.x java8 nodejs nodejs4.3 nodejs6.10 nodejs8.10 nodejs10.x nodejs12.x nodejs14.x python2.7 python3.6 "
    "python3.7 ruby2.5 ruby2.7 dotnetcore1.0 dotnetcore2.0 dotnetcore2.1 dotnetcore3.1".split()
)
RESERVED = set(
    "_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME"
    " AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE"
    " AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY"
    " AWS_SESSION_TOKEN AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR".split()
)


def function_keeps_its_configuration() -> None:
    """AWS: a function has a logging configuration (text, to /aws/lambda/NAME, unless told), dead letters, and a key while
    it has variables; its tracing, storage, logging and architecture can be changed
    (https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html).
    moto: forgets the logging configuration, dead letters and the key, and ignores those changes."""
    configuration = functions.LambdaFunction.get_configuration
    update, update_code = functions.LambdaFunction.update_configuration, functions.LambdaFunction.update_function_code
    created = functions.LambdaFunction.__init__

    def __init__(self, account_id: str, spec: dict, *positional, **named) -> None:
        created(self, account_id, spec, *positional, **named)
        self.logging_config = spec.get("LoggingConfig") or {}
        self.dead_letter_config = spec.get("DeadLetterConfig") or {}
        self.kms_key_arn = spec.get("KMSKeyArn")

    def get_configuration(self, on_create: bool = False) -> dict:
        default = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"}
        told = {**configuration(self, on_create), "LoggingConfig": {**default, **self.logging_config}}
        if self.dead_letter_config.get("TargetArn"):
            told["DeadLetterConfig"] = self.dead_letter_config
        if self.kms_key_arn and self.environment_vars:
            told["KMSKeyArn"] = self.kms_key_arn
        return told

    def update_configuration(self, config_updates: dict) -> dict:
        self.logging_config = config_updates.get("LoggingConfig") or self.logging_config
        self.tracing_config = config_updates.get("TracingConfig") or self.tracing_config
        self.dead_letter_config = config_updates.get("DeadLetterConfig", self.dead_letter_config)
        self.kms_key_arn = config_updates.get("KMSKeyArn", self.kms_key_arn)
        if "EphemeralStorage" in config_updates:
            self.ephemeral_storage = config_updates["EphemeralStorage"]["Size"]
        return update(self, config_updates)

    def update_function_code(self, updated_spec: dict) -> dict:
        self.architectures = updated_spec.get("Architectures") or self.architectures
        return update_code(self, updated_spec)

    functions.LambdaFunction.__init__ = __init__
    functions.LambdaFunction.get_configuration = get_configuration
    functions.LambdaFunction.update_configuration = update_configuration
    functions.LambdaFunction.update_function_code = update_function_code


def function_is_checked() -> None:
    """AWS: a name of 64 letters, 128 to 10,240 MB, up to 900 seconds, 4 KB of environment without reserved names, a runtime that may still be
    created, 50 MB sent directly and 250 MB unpacked (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html,
    configuration-envvars.html, lambda-runtimes.html; "Unzipped size must be smaller than 262144000 bytes").
    moto: accepts all of these. `bed.model` holds the lengths and the names of runtimes."""

    @before(functions.LambdaBackend, "create_function")
    def created(self, given) -> None:
        check(given.spec)
        if len(given.spec["FunctionName"].rpartition(":")[2]) > 64:
            refuse("ValidationException", "'functionName' must have length less than or equal to 64")
        if given.spec.get("Runtime") in NO_LONGER_CREATED:
            refuse(
                INVALID,
                f"The runtime parameter of {given.spec['Runtime']} is no longer supported for creating or updating AWS"
                " Lambda functions.",
            )
        role = next(each for each in [*roles(), None] if each is None or each.arn == given.spec["Role"])
        if role is not None and "lambda.amazonaws.com" not in str(role.assume_role_policy_document):
            refuse(INVALID, "The role defined for the function cannot be assumed by Lambda.")

    @before(functions.LambdaBackend, "update_function_configuration")
    def configured(self, given) -> None:
        check(given.body)
        if "Role" in given.body and given.body["Role"] not in [role.arn for role in roles()]:
            refuse(INVALID, "The role defined for the function cannot be assumed by Lambda.")

    @before(functions.LambdaBackend, "update_function_code")
    def coded(self, given) -> None:
        weigh(given.body)

    def check(spec: dict) -> None:
        if not 128 <= spec.get("MemorySize", 128) <= 10_240:
            refuse("ValidationException", "'memorySize' must be between 128 and 10240")
        if not 1 <= spec.get("Timeout", 3) <= 900:
            refuse("ValidationException", "'timeout' must be between 1 and 900")
        variables = spec.get("Environment", {}).get("Variables", {})
        reserved = sorted(RESERVED & set(variables))
        if reserved:
            refuse(
                INVALID,
                "The environment variables you have provided contains reserved keys that are currently not supported"
                f" for modification. Reserved keys used in this request: {', '.join(reserved)}",
            )
        if len(json.dumps(variables, separators=(",", ":"), ensure_ascii=False).encode()) > 4096:
            refuse(INVALID, "The environment variables you have provided exceeded the 4KB limit.")
        weigh(spec.get("Code", {}))

    def weigh(code: dict) -> None:
        packed = base64.b64decode(code.get("ZipFile") or "")
        if len(packed) > 50 * 2**20:
            refuse(
                "RequestEntityTooLargeException",
                "Request must be smaller than 69905067 bytes for the CreateFunction operation",
                413,
            )
        if packed and zipfile.is_zipfile(io.BytesIO(packed)):
            unpacked = sum(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(packed)).infolist())
            if unpacked >= 262_144_000:
                refuse(INVALID, "Unzipped size must be smaller than 262144000 bytes")

    def roles() -> list:
        return list(iam_backends[ACCOUNT]["aws"].roles.values())


def dead_letters_need_a_grant() -> None:
    """AWS: the function's role must be allowed to send to where dead letters go, which is not FIFO
    (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html; "The provided execution role does
    not have permissions to call SendMessage on SQS").
    moto: takes any."""

    @before(functions.LambdaBackend, "create_function")
    def created(self, given) -> None:
        check(given.spec.get("DeadLetterConfig"), given.spec["Role"])

    @before(functions.LambdaBackend, "update_function_configuration")
    def configured(self, given) -> None:
        function = self.get_function(given.function_name, given.qualifier)
        check(given.body.get("DeadLetterConfig"), given.body.get("Role", function.role))

    def check(config: dict | None, arn: str) -> None:
        target = (config or {}).get("TargetArn")
        if not target:
            return
        action = "SendMessage on SQS" if ":sqs:" in target else "Publish on SNS"
        if target.endswith(".fifo"):
            refuse(INVALID, "The provided target is FIFO, which dead letters cannot go to.")
        role = next((role for role in iam_backends[ACCOUNT]["aws"].roles.values() if role.arn == arn), None)
        if role is not None and not any(target in str(policy) for policy in role.policies.values()):
            refuse(INVALID, f"The provided execution role does not have permissions to call {action}")


def a_package_is_in_its_bucket() -> None:
    """AWS: what UpdateFunctionCode names in S3 is there ("Error occurred while GetObject. S3 Error Code: NoSuchKey.",
    https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html).
    moto: goes on with the former code."""

    @before(functions.LambdaBackend, "update_function_code")
    def coded(self, given) -> None:
        bucket, key = given.body.get("S3Bucket"), given.body.get("S3Key")
        if bucket and s3_backends[ACCOUNT]["aws"].get_object(bucket, key) is None:
            refuse(INVALID, "Error occurred while GetObject. S3 Error Code: NoSuchKey.")


def function_policy_is_checked() -> None:
    """AWS: 409 for a statement id that is there, 400 for a policy of more than 20 KB
    (https://docs.aws.amazon.com/lambda/latest/dg/API_AddPermission.html, gettingstarted-limits.html; "The statement id (…)
    provided already exists.", "The final policy size (…) is bigger than the limit (20480).").
    moto: keeps any number of statements of one id."""
    add = Policy.add_statement

    def add_statement(self, raw: str, qualifier: str | None = None):
        wanted = json.loads(raw).get("StatementId")
        if wanted in [statement.get("Sid") for statement in self.statements]:
            message = (
                f"The statement id ({wanted}) provided already exists. Please provide a new statement id, or remove the"
                " existing statement."
            )
            refuse("ResourceConflictException", message, 409)
        former = list(self.statements)
        added = add(self, raw, qualifier)
        size = len(json.dumps(self.get_policy()["Policy"], separators=(",", ":")))
        if size > 20_480:
            self.statements = former
            refuse("PolicyLengthExceededException", f"The final policy size ({size}) is bigger than the limit (20480).")
        return added

    Policy.add_statement = add_statement


def concurrency_has_a_quota() -> None:
    """AWS: 1,000 calls at once in an account and region, of which 100 stay with the functions that reserve none
    (https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html).
    moto: has no quota unless it is told one."""
    os.environ["MOTO_LAMBDA_CONCURRENCY_QUOTA"] = "1000"


def image_has_no_configuration_of_its_own() -> None:
    """AWS: tells of an image's configuration where a function was given one
    (https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html, ImageConfigResponse).
    moto: tells of an empty one."""
    described = functions.LambdaFunction.get_configuration

    @functools.wraps(described)
    def get_configuration(self, *positional, **named):
        told = described(self, *positional, **named)
        if not any(told.get("ImageConfigResponse", {}).get("ImageConfig", {}).values()):
            told.pop("ImageConfigResponse", None)
        return told

    functions.LambdaFunction.get_configuration = get_configuration


PATCHES = [
    image_has_no_configuration_of_its_own,
    function_keeps_its_configuration,
    function_is_checked,
    dead_letters_need_a_grant,
    a_package_is_in_its_bucket,
    function_policy_is_checked,
    concurrency_has_a_quota,
]
