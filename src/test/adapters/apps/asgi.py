"""Reads what Mangum reads of an event, and answers in the shape in which Mangum does: no adapter is installed for Python."""

import base64
import json
from urllib.parse import parse_qs, urlencode


def scope(event):
    if event.get("version") == "2.0":
        context = event["requestContext"]["http"]
        headers = {name.lower(): value for name, value in event["headers"].items()}
        if event.get("cookies"):
            headers["cookie"] = "; ".join(event["cookies"])
        return context["method"], context["path"], event["rawQueryString"], headers, context["sourceIp"]
    headers = {name.lower(): ", ".join(values) for name, values in event["multiValueHeaders"].items()}
    query = urlencode(event["multiValueQueryStringParameters"] or {}, doseq=True)
    return event["httpMethod"], event["path"], query, headers, event["requestContext"]["identity"]["sourceIp"]


def body(event):
    text = event.get("body") or ""
    return base64.b64decode(text) if event["isBase64Encoded"] else text.encode()


def answer(event, status, content, kind="application/json", cookies=()):
    binary = not kind.startswith(("text/", "application/json"))
    said = {
        "statusCode": status,
        "headers": {"content-type": kind},
        "body": base64.b64encode(content).decode() if binary else content.decode(),
        "isBase64Encoded": binary,
    }
    if cookies and event.get("version") == "2.0":
        said["cookies"] = list(cookies)
    elif cookies:
        said["multiValueHeaders"] = {"set-cookie": list(cookies)}
    return said


def handler(event, context):
    method, path, query, headers, source = scope(event)
    assert source, "whoever calls has an address"
    what = path.split("/")[2:]
    if method == "POST" and what == ["text"]:
        return answer(event, 200, json.dumps({"text": body(event).decode()}).encode())
    if method == "POST" and what == ["bytes"]:
        return answer(event, 200, json.dumps({"length": len(body(event)), "sum": sum(body(event))}).encode())
    if what[0] == "hello":
        said = {"name": what[1], "q": parse_qs(query)["q"], "own": headers["x-own"]}
        return answer(event, 200, json.dumps(said).encode())
    if what == ["bytes"]:
        return answer(event, 200, bytes([255, 216, 0, 1]), "image/png")
    if what == ["cookies"]:
        return answer(event, 200, json.dumps({"cookie": headers["cookie"]}).encode(), cookies=("c=3; Path=/", "d=4; Path=/"))
    return answer(event, 404, b'{"message": "no such thing"}')
