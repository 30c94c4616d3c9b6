"""The two events API Gateway sends for the same request, for tests. Absent maps are null in 1.0, left out in 2.0."""

import contextlib
import io
import json
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

CONTEXT = SimpleNamespace(aws_request_id="lambda-request")


def payload_1(method: str, route: str, *, query: dict[str, str] | None = None, body: str | None = None,
              path_parameters: dict[str, str] | None = None, path: str | None = None,
              is_base64: bool = False) -> dict[str, Any]:
    return {
        "resource": route,
        "path": path or route,
        "httpMethod": method,
        "headers": {"Authorization": "Bearer secret-token"},
        "queryStringParameters": query,
        "pathParameters": path_parameters,
        "stageVariables": None,
        "requestContext": {"requestId": "api-request", "stage": "prod", "resourcePath": route, "httpMethod": method},
        "body": body,
        "isBase64Encoded": is_base64,
    }


def payload_2(method: str, route: str, *, query: dict[str, str] | None = None, body: str | None = None,
              path_parameters: dict[str, str] | None = None, path: str | None = None,
              is_base64: bool = False, stage: str = "$default") -> dict[str, Any]:
    raw_path = (path or route) if stage == "$default" else f"/{stage}{path or route}"
    present = {"queryStringParameters": query, "body": body, "pathParameters": path_parameters}
    return {
        "version": "2.0",
        "routeKey": route if route == "$default" else f"{method} {route}",
        "rawPath": raw_path,
        "rawQueryString": "",
        "headers": {"authorization": "Bearer secret-token"},
        "requestContext": {"requestId": "api-request", "stage": stage, "http": {"method": method, "path": raw_path}},
        "isBase64Encoded": is_base64,
        **{name: value for name, value in present.items() if value is not None},
    }


PAYLOADS: dict[str, Callable[..., dict[str, Any]]] = {"payload 1.0": payload_1, "payload 2.0": payload_2}


@contextlib.contextmanager
def captured_log() -> Iterator[list[dict[str, Any]]]:
    """The JSON lines printed inside the block, there once it ends."""
    lines: list[dict[str, Any]] = []
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        yield lines
    lines += [json.loads(line) for line in output.getvalue().splitlines()]
