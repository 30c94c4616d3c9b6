"""Lambda's functions and who may invoke them."""

from moto.awslambda import models as functions


def function_keeps_its_configuration() -> None:
    """AWS: a function has a logging configuration (text, to /aws/lambda/NAME, unless told), and its tracing, storage,
    logging and architecture can be changed.
    moto: forgets the logging configuration and ignores those changes."""
    configuration = functions.LambdaFunction.get_configuration
    update, update_code = functions.LambdaFunction.update_configuration, functions.LambdaFunction.update_function_code
    created = functions.LambdaFunction.__init__

    def __init__(self, account_id: str, spec: dict, *positional, **named) -> None:
        created(self, account_id, spec, *positional, **named)
        self.logging_config = spec.get("LoggingConfig") or {}

    def get_configuration(self, on_create: bool = False) -> dict:
        default = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"}
        return {**configuration(self, on_create), "LoggingConfig": {**default, **self.logging_config}}

    def update_configuration(self, config_updates: dict) -> dict:
        self.logging_config = config_updates.get("LoggingConfig") or self.logging_config
        self.tracing_config = config_updates.get("TracingConfig") or self.tracing_config
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


PATCHES = [
    function_keeps_its_configuration,
]
