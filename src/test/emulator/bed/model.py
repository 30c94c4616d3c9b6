"""A request against AWS's own model of its API, which botocore carries: lengths, ranges, enumerations, patterns.

AWS answers "N validation error detected: Value … at '…' failed to satisfy constraint: …" to what its model excludes
(https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html, ValidationError); moto checks a few of these by
hand. A pattern with classes that Python lacks (`\\p{L}`) is not held; nor is what DOCUMENTED_OTHERWISE names.
"""

import functools
import re
import warnings

import botocore.session

ERRORS = {
    "apigateway": "BadRequestException",
    "apigatewayv2": "BadRequestException",
    "cognito-idp": "InvalidParameterException",
    "iam": "ValidationError",
    "logs": "InvalidParameterException",
}
# A custom domain has dots, which DomainType's pattern excludes; the provider sends a runtime that is newer than botocore's.
DOCUMENTED_OTHERWISE = {("cognito-idp", "DomainType", "pattern")}


def violation(service: str, action: str, parameters: dict) -> str | None:
    """The first thing in the request that AWS's model excludes, as AWS puts it."""
    shape = input_shape(service, action)
    if shape is None:
        return None
    found = [*violations(service, shape, by_location(shape, parameters), ""), *tag_violations(parameters)]
    return f"{len(found)} validation error{'s' * (len(found) > 1)} detected: {'; '.join(found)}" if found else None


@functools.cache
def input_shape(service: str, action: str):
    if service not in ("acm", "apigateway", "apigatewayv2", "cognito-idp", "dynamodb", "iam", "lambda", "logs", "ssm"):
        return None
    model = session().get_service_model(service)
    return model.operation_model(action).input_shape if action in model.operation_names else None


@functools.cache
def session() -> botocore.session.Session:
    """One for all services: each new one looks through all of botocore's folders."""
    return botocore.session.get_session()


def by_location(shape, parameters: dict) -> dict:
    """IAM's parameters are flat (`Tags.member.1.Key`): only the plain ones are looked at, the others are not in `members`."""
    return {name: value for name, value in parameters.items() if name in shape.members or value_of(shape, name)}


def value_of(shape, wire: str):
    """The member that is called so on the wire."""
    return next((name for name, each in shape.members.items() if each.serialization.get("name", name) == wire), None)


def violations(service: str, shape, value, where: str):
    if shape.type_name == "structure" and isinstance(value, dict):
        for name, each in value.items():
            member = name if name in shape.members else value_of(shape, name)
            if member:
                yield from violations(service, shape.members[member], each, f"{where}.{member}".lstrip("."))
    elif shape.type_name == "list" and isinstance(value, list):
        yield from measured(shape, len(value), value, where)
        for index, each in enumerate(value):
            yield from violations(service, shape.member, each, f"{where}.{index + 1}.member")
    elif shape.type_name == "map" and isinstance(value, dict):
        yield from measured(shape, len(value), value, where)
        for key, each in value.items():
            yield from violations(service, shape.key, key, f"{where}.key")
            yield from violations(service, shape.value, each, f"{where}.{key}")
    elif shape.type_name == "string" and isinstance(value, str):
        yield from measured(shape, len(value), value, where)
        yield from written(service, shape, value, where)
    elif shape.type_name in ("integer", "long") and isinstance(value, (int, str)):
        yield from measured(shape, int(value), value, where)


def tag_violations(parameters: dict):
    """Tags, on every service alike: 50, keys of 128 characters that do not begin with `aws:`, values of 256
    (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html)."""
    for name in ("tags", "Tags", "UserPoolTags"):
        tags = parameters.get(name) or {}
        pairs = tags.items() if isinstance(tags, dict) else [(tag.get("Key"), tag.get("Value")) for tag in tags]
        if len(pairs) > 50:
            yield refusal(len(pairs), name, "Member must have length less than or equal to 50")
        for key, value in pairs:
            if not key or len(key) > 128 or key.lower().startswith("aws:"):
                yield refusal(key, f"{name}.key", "1 to 128 characters, not beginning with aws:")
            if len(value or "") > 256:
                yield refusal(value, f"{name}.{key}", "Member must have length less than or equal to 256")


def measured(shape, size: int, value, where: str):
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    what = "value" if shape.type_name in ("integer", "long") else "length"
    if least is not None and size < least:
        yield refusal(value, where, f"Member must have {what} greater than or equal to {least}")
    if most is not None and size > most:
        yield refusal(value, where, f"Member must have {what} less than or equal to {most}")


def written(service: str, shape, value: str, where: str):
    allowed = shape.metadata.get("enum")
    if allowed and value not in allowed:
        yield refusal(value, where, f"Member must satisfy enum value set: {allowed}")
    pattern = shape.metadata.get("pattern")
    if pattern and (service, shape.name, "pattern") not in DOCUMENTED_OTHERWISE:
        compiled = of(pattern)
        if compiled and not compiled.fullmatch(value):
            yield refusal(value, where, f"Member must satisfy regular expression pattern: {pattern}")


@functools.cache
def of(pattern: str) -> re.Pattern | None:
    """Java's pattern in Python, where Python can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return None if "\\p" in pattern else re.compile(pattern, re.ASCII)
    except (re.error, FutureWarning):
        return None


def refusal(value, where: str, constraint: str) -> str:
    shown = str(value) if len(str(value)) <= 200 else f"{str(value)[:200]}…"
    return f"Value '{shown}' at '{where[:1].lower()}{where[1:]}' failed to satisfy constraint: {constraint}"
