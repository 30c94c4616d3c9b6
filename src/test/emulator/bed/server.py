"""The server around moto's: one call at a time, the log of calls, and the bed's own pages below /moto-api/tollgate.

    GET    calls                       the calls that changed something, in order
    DELETE calls                       forgets them
    GET    account                     everything there is (`bed.account`)
    GET    stage?api=ID&stage=NAME     what a stage answers (`bed.answers`); the API's id or its name
    POST   released                    CloudFront lets go of the names of deleted custom domains
"""

import io
import json
import threading
from urllib.parse import parse_qs

from bed.account import account
from bed.answers import answers
from bed.calls import Calls, identified
from bed.cognito_domains import HELD
from bed.pace import REFUSED, Pace

PAGES = "/moto-api/tollgate/"
RESET = "/moto-api/reset"


class Bed:
    """One call at a time, because moto's checks and changes are not one step: two calls would slip past a refusal."""

    def __init__(self, moto, paced: bool):
        self._moto = moto
        self._calls = Calls()
        self._pace = Pace() if paced else None
        self._lock = threading.RLock()

    def __call__(self, environ: dict, start_response):
        path = environ["PATH_INFO"]
        with self._lock:
            if path.startswith(PAGES):
                return self._page(environ, path[len(PAGES) :], start_response)
            if path == RESET:
                self._calls.clear()
                HELD.clear()
            return self._call(environ, start_response)

    def _call(self, environ: dict, start_response):
        body = taken(environ)
        call = self._calls.begin(environ, body)

        def start(status: str, headers: list, *more):
            if call:
                call["status"] = int(status.split(" ")[0])
            return start_response(status, headers, *more)

        service, action, _ = identified(environ, body) if self._pace else ("", "", {})
        if service.startswith("apigateway") and not self._pace.allows(action):
            headers = [("Content-Type", "application/json"), ("X-Amzn-ErrorType", "TooManyRequestsException")]
            start("429 Too Many Requests", headers)
            return [REFUSED]
        return list(self._moto(environ, start))

    def _page(self, environ: dict, page: str, start_response):
        method, query = environ["REQUEST_METHOD"], parse_qs(environ.get("QUERY_STRING", ""))
        found = True
        content: object = {}
        if (method, page) == ("GET", "calls"):
            content = self._calls.listed()
        elif (method, page) == ("DELETE", "calls"):
            self._calls.clear()
        elif (method, page) == ("GET", "account"):
            content = account()
        elif (method, page) == ("GET", "stage"):
            content = answers(query["api"][0], query["stage"][0])
            found = content is not None
        elif (method, page) == ("POST", "released"):
            HELD.clear()
        else:
            found = False
        start_response("200 OK" if found else "404 Not Found", [("Content-Type", "application/json")])
        return [json.dumps(content).encode()]


def taken(environ: dict) -> bytes:
    """The body, read and put back; what is sent in chunks (an object of S3) is left to moto."""
    length = environ.get("CONTENT_LENGTH")
    if not length or environ.get("HTTP_TRANSFER_ENCODING"):
        return b""
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = io.BytesIO(body)
    return body
