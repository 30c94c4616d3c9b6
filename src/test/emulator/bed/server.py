"""The server around moto's: one call at a time, the log of calls, and the bed's own pages below /moto-api/tollgate.

GET    calls                       the calls that changed something, in order
DELETE calls                       forgets them
GET    counts                      how often each action was asked for, refused calls and those that only read among them
DELETE counts                      begins again
GET    account                     everything there is (`bed.account`)
GET    stage?api=ID&stage=NAME     what a stage answers (`bed.answers`); the API's id or its name
POST   released                    CloudFront lets go of the names of deleted custom domains
POST   prepare                     makes what an environment expects; the body lists the arguments of `prepare.py`
"""

import io
import json
import threading
from collections import Counter
from urllib.parse import parse_qs
from xml.sax.saxutils import escape

from werkzeug.serving import WSGIRequestHandler

from bed.account import account
from bed.answers import answers
from bed.calls import Calls, identified
from bed.cognito_domains import HELD
from bed.model import ERRORS, violation
from bed.pace import Pace
from prepare import prepared

PAGES = "/moto-api/tollgate/"
RESET = "/moto-api/reset"


class Handler(WSGIRequestHandler):
    """Logs failures alone: a line a call took a third of the time of an answer."""

    def log_request(self, code="-", size="-") -> None:
        if str(code).startswith("5"):
            super().log_request(code, size)


class Bed:
    """One call at a time, because moto's checks and changes are not one step: two calls would slip past a refusal."""

    def __init__(self, moto, paced: bool):
        self._moto = moto
        self._calls = Calls()
        self._counts: Counter = Counter()
        self._pace = Pace() if paced else None
        self._lock = threading.RLock()
        self._told: dict[str, tuple] = {}

    def __call__(self, environ: dict, start_response):
        path = environ["PATH_INFO"]
        if path == f"{PAGES}prepare":  # asks this server in its turn, so it holds nothing
            words = [f"http://127.0.0.1:{environ['SERVER_PORT']}", *json.loads(taken(environ))]
            return told(start_response, prepared(words))
        with self._lock:
            if path.startswith(PAGES):
                return self._page(environ, path[len(PAGES) :], start_response)
            if path == RESET:
                self._calls.clear()
                self._counts.clear()
                HELD.clear()
                self._told.clear()
            return self._call(environ, start_response)

    def _call(self, environ: dict, start_response):
        body = taken(environ)
        # An SDK that lost the answer to a call, which happens on a busy machine, sends the same call again.
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID", "")
        if invocation in self._told:
            status, headers, answer = self._told[invocation]
            start_response(status, headers)
            return answer
        service, action, parameters = identified(environ, body)
        call = self._calls.begin(service, action, parameters)
        self._counts[f"{service}.{action}"] += 1

        begun: list = []

        def start(status: str, headers: list, *more):
            begun[:] = [status, headers]
            if call:
                call["status"] = int(status.split(" ")[0])
            return start_response(status, headers, *more)

        if self._pace and service.startswith("apigateway") and not self._pace.allows(action):
            return refused(start, service, 429, "TooManyRequestsException", "Too Many Requests")
        excluded = violation(service, action, parameters) if call else None
        if excluded:
            return refused(start, service, 400, ERRORS.get(service, "ValidationException"), excluded)
        answer = list(self._moto(environ, start))
        if call and invocation and call["status"] < 300:
            self._told[invocation] = (*begun, answer)
        return answer

    def _page(self, environ: dict, page: str, start_response):
        method, query = environ["REQUEST_METHOD"], parse_qs(environ.get("QUERY_STRING", ""))
        found = True
        content: object = {}
        if (method, page) == ("GET", "calls"):
            content = self._calls.listed()
        elif (method, page) == ("DELETE", "calls"):
            self._calls.clear()
        elif (method, page) == ("GET", "counts"):
            content = dict(sorted(self._counts.items()))
        elif (method, page) == ("DELETE", "counts"):
            self._counts.clear()
        elif (method, page) == ("GET", "account"):
            content = account()
        elif (method, page) == ("GET", "stage"):
            content = answers(query["api"][0], query["stage"][0])
            found = content is not None
        elif (method, page) == ("POST", "released"):
            HELD.clear()
        else:
            found = False
        return told(start_response, content, "200 OK" if found else "404 Not Found")


def told(start_response, content: object, status: str = "200 OK") -> list[bytes]:
    start_response(status, [("Content-Type", "application/json")])
    return [json.dumps(content).encode()]


def refused(start, service: str, status: int, error: str, message: str) -> list[bytes]:
    """A refusal as the service's protocol writes it: IAM speaks XML, the others JSON."""
    if service == "iam":
        told = f"<ErrorResponse><Error><Type>Sender</Type><Code>{error}</Code><Message>{escape(message)}</Message></Error></ErrorResponse>"
        start(f"{status} Refused", [("Content-Type", "text/xml")])
        return [told.encode()]
    start(f"{status} Refused", [("Content-Type", "application/json"), ("X-Amzn-ErrorType", error)])
    return [json.dumps({"__type": error, "message": message}).encode()]


def taken(environ: dict) -> bytes:
    """The body, read and put back; what is sent in chunks (an object of S3) is left to moto."""
    length = environ.get("CONTENT_LENGTH")
    if not length or environ.get("HTTP_TRANSFER_ENCODING"):
        return b""
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = io.BytesIO(body)
    return body
