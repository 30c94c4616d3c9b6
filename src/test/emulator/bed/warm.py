"""What first calls load, loaded before there is an account: AWS's models of its APIs, moto's applications, the SDK's clients."""

import threading
import urllib.request

from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.models import iam_backends
from werkzeug.serving import make_server

from bed.server import PAGES, RESET, Bed, Handler
from prepare import Clients, prepared

EXPECTED = (
    "--zone warm.example --function warm --bucket warm --parameter /warm --secret warm --pool /warm --queue warm --topic warm "
    "--stream warm --vpc --cloudwatch-role"
)
CALLS = {
    "acm": ("request_certificate", {"DomainName": "warm.example"}),
    "apigateway": ("get_rest_apis", {}),
    "apigatewayv2": ("get_apis", {}),
    "application-autoscaling": ("describe_scalable_targets", {"ServiceNamespace": "dynamodb"}),
    "dynamodb": ("list_tables", {}),
    "logs": ("describe_log_groups", {}),
    "scheduler": ("list_schedules", {}),
    "sts": ("get_caller_identity", {}),
}


def load(services) -> None:
    """Leaves no thread behind, and nothing in any account."""
    server = make_server("127.0.0.1", 0, Bed(services, False), request_handler=Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        ask(f"http://127.0.0.1:{server.port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    iam_backends[DEFAULT_ACCOUNT_ID]["aws"]  # with AWS's own policies, more than a thousand


def ask(url: str) -> None:
    prepared([url, *EXPECTED.split()])
    clients = Clients(url, "eu-west-1")
    for service, (action, parameters) in CALLS.items():
        getattr(clients.of(service), action)(**parameters)
    for method, path in (("GET", f"{PAGES}account"), ("POST", RESET)):
        urllib.request.urlopen(urllib.request.Request(url + path, method=method)).close()
