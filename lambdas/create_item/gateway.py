"""What API Gateway sends and expects; payloads 1.0 (REST API) and 2.0 (HTTP API) agree on all that is read here.

A function is deployed as its own folder, so the Python functions hold the same copy of this file (run-tests compares).
"""

import base64
import json
import re
import traceback
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from boto3.dynamodb.types import Binary
from botocore.exceptions import ClientError

MAX_BODY_BYTES = 64 * 1024

Event = dict[str, Any]
Answer = tuple[int, Any]


class Refusal(Exception):
    """An answer other than success, whose message is meant for the caller."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def query(event: Event) -> dict[str, str]:
    """The query string's parameters; API Gateway sends null (1.0) or nothing (2.0) when there are none."""
    return event.get("queryStringParameters") or {}


def json_object(event: Event) -> dict[str, Any]:
    """The body, which must be a JSON object; fractions are read as Decimal, the only kind DynamoDB stores."""
    body = event.get("body")
    if not body:
        raise Refusal(400, "body is required")
    try:
        content = base64.b64decode(body, validate=True) if event.get("isBase64Encoded") else body.encode()
        if len(content) > MAX_BODY_BYTES:
            raise Refusal(413, f"body is larger than {MAX_BODY_BYTES} bytes")
        value = json.loads(content.decode(), parse_float=Decimal, parse_constant=_refuse_constant)
    except (ValueError, ArithmeticError, RecursionError):  # RecursionError: nested too deeply
        raise Refusal(400, "body is not valid JSON") from None
    if not isinstance(value, dict):
        raise Refusal(400, "body must be a JSON object")
    return value


def refuse_others(given: dict[str, Any], allowed: list[str], where: str) -> None:
    """Refuses attributes the function does not know; names are not quoted back."""
    if not given.keys() <= set(allowed):
        raise Refusal(400, f"{where} may hold only {', '.join(allowed)}")


def text(name: str, value: Any, max_characters: int) -> str:
    """The value if it is a text with something in it; a lone surrogate cannot be stored as UTF-8."""
    if not isinstance(value, str) or not value.strip() or re.search("[\ud800-\udfff]", value):
        raise Refusal(400, f"{name} must be a text that is not empty")
    if len(value) > max_characters:
        raise Refusal(400, f"{name} is longer than {max_characters} characters")
    return value


def serve(event: Event, context: Any, answer: Callable[[Event], Answer]) -> dict[str, Any]:
    """Answers one request and writes one log line.

    A Refusal becomes its own status; anything else raised becomes a 500 without detail.
    """
    try:
        status, body = answer(event)
        logged = {}
    except Refusal as refusal:
        status, body = refusal.status, {"message": str(refusal)}
        logged = {"refused": str(refusal)}
    except Exception as error:  # the edge: nothing of a failure may reach the caller
        status, body = 500, {"message": "Something went wrong!"}
        logged = _describe(error)
    _log(event, context, status, logged)
    return {
        "statusCode": status,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(body, default=_plain, ensure_ascii=False, separators=(",", ":")),
    }


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _plain(value: Any) -> Any:
    """What DynamoDB returns beyond JSON: numbers as Decimal, sets, and bytes."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, set):
        return sorted(value, key=str)
    if isinstance(value, Binary):
        return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"no JSON for {type(value).__name__}")


def _describe(error: Exception) -> dict[str, Any]:
    """Leaves out the error's message: DynamoDB quotes values of the request in it."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    described: dict[str, Any] = {
        "error": type(error).__name__,
        "at": [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in ours],
    }
    if isinstance(error, ClientError):
        described["code"] = error.response.get("Error", {}).get("Code")
        described["awsRequestId"] = error.response.get("ResponseMetadata", {}).get("RequestId")
    return described


def _is_ours(filename: str) -> bool:
    return Path(filename).parent == Path(__file__).parent


def _log(event: Event, context: Any, status: int, logged: dict[str, Any]) -> None:
    event = event if isinstance(event, dict) else {}
    line = {
        "level": "INFO" if status < 500 else "ERROR",
        "requestId": getattr(context, "aws_request_id", None),
        "apiRequestId": (event.get("requestContext") or {}).get("requestId"),
        "route": event.get("routeKey") or f"{event.get('httpMethod')} {event.get('resource')}",
        "status": status,
        **logged,
    }
    print(json.dumps(line, separators=(",", ":")), flush=True)
