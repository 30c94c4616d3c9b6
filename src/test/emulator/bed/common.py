"""What the rules share: refusing, running a check before one of moto's methods, JSON patches, paths."""

import functools
import inspect
import json
from hashlib import md5
from types import SimpleNamespace

from moto.apigateway import urls as rest_urls
from moto.apigatewayv2 import urls as http_urls
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.exceptions import JsonRESTError

ACCOUNT = DEFAULT_ACCOUNT_ID


def refuse(error: str, message: str, status: int = 400) -> None:
    """Answer as AWS's JSON services do when they will not."""
    refusal = JsonRESTError(error, message)
    refusal.code = status
    raise refusal


def before(owner: type, name: str):
    """Run the decorated check before `owner.name`: it gets the object and the arguments by name, and refuses by raising."""

    def install(check):
        original = getattr(owner, name)
        signature = inspect.signature(original)

        @functools.wraps(original)
        def checked(self, *positional, **named):
            given = signature.bind(self, *positional, **named)
            given.apply_defaults()
            check(self, SimpleNamespace(**given.arguments))
            return original(self, *positional, **named)

        setattr(owner, name, checked)
        return check

    return install


def patched(subject, fields: dict[str, str], operations: list[dict]) -> str:
    """Apply JSON-patch operations as API Gateway reads them: `/field`, or `/field/key` for one entry of a map."""
    for operation in operations:
        name, _, key = operation["path"].lstrip("/").partition("/")
        key = key.replace("~1", "/").replace("~0", "~")
        value, removes = operation.get("value"), operation["op"] == "remove"
        current = getattr(subject, fields[name])
        if name in ("authorizationScopes", "cacheKeyParameters", "providerARNs"):
            kept = [entry for entry in current or [] if entry != (value or key)]
            value = kept if removes else [*kept, value]
        elif key:
            kept = {entry: each for entry, each in (current or {}).items() if entry != key}
            value = kept if removes else {**kept, key: parsed(name, value)}
        else:
            value = None if removes else parsed(name, value)
        setattr(subject, fields[name], value)
    return json.dumps(subject.to_json())


def parsed(name: str, value: str):
    if name == "timeoutInMillis":
        return int(value)
    return value == "true" if value in ("true", "false") and name != "requestTemplates" else value


def add_path(path: str, responses: type) -> None:
    """moto serves REST and HTTP APIs from one table of paths, which starts with REST's own."""
    http_urls.url_paths[path] = responses.dispatch
    rest_urls.url_paths[path] = responses.dispatch


def digest(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()


def is_variable(segment: str) -> bool:
    return segment.startswith("{") and segment.endswith("}")


def regions(backends) -> list:
    """The backends of our account that anything was ever asked of, by region."""
    return [backends[ACCOUNT][region] for region in sorted(backends[ACCOUNT])]


def clients_of(pool) -> list:
    """Its clients, those of one name by what they are and not by when they were made: names may repeat."""
    return sorted(pool.clients.values(), key=lambda each: json.dumps(each.extended_config, sort_keys=True, default=str))
