#!/usr/bin/env python3
"""AWS for Tollgate's tests: moto's server on a free loopback port, refusing and remembering as AWS does.

    emulator.py [--pace]   listens, prints {"url": "http://127.0.0.1:PORT"} on stdout, logs to stderr
                           --pace: API Gateway's control plane answers 429 beyond its quotas

Ends on SIGTERM, on SIGINT, and when its stdin reaches end of file, so that it cannot outlive the test that started it.
The rules are in the package `bed`, one file a service. Two things are quicker than AWS, to keep tests short: a
certificate is issued at once, whatever its DNS records say, and a change of records has no ChangeInfo to wait for.
"""

import argparse
import json
import os
import signal
import sys
import threading

# moto reads both while it is imported.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"  # service-role/AmazonAPIGatewayPushToCloudWatchLogs and the like
os.environ["MOTO_ACM_VALIDATION_WAIT"] = "0"  # seconds until a certificate is ISSUED; 60 unless told

import moto
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

from bed import (
    api_domains,
    certificates,
    cognito_clients,
    cognito_domains,
    cognito_pools,
    cognito_settings,
    cognito_sign_in,
    function_events,
    function_layers,
    function_parts,
    function_versions,
    functions,
    http_apis,
    http_definitions,
    http_routes,
    http_stages,
    log_groups,
    on_demand,
    others,
    parameters,
    records,
    replicas,
    rest_apis,
    rest_authorizers,
    rest_documents,
    rest_methods,
    rest_resources,
    rest_stages,
    roles,
    scaling,
    stage_settings,
    tables,
)
from bed.server import Bed

WRITTEN_FOR = "5.2.1"
MODULES = [
    cognito_pools,
    cognito_settings,
    cognito_sign_in,
    cognito_clients,
    cognito_domains,
    http_apis,
    http_definitions,
    http_routes,
    http_stages,
    api_domains,
    rest_apis,
    rest_resources,
    rest_methods,
    rest_authorizers,
    rest_documents,
    rest_stages,
    stage_settings,
    log_groups,
    functions,
    function_versions,
    function_parts,
    function_layers,
    function_events,
    roles,
    tables,
    on_demand,
    replicas,
    scaling,
    parameters,
    certificates,
    records,
    others,
]


class Handler(WSGIRequestHandler):
    """Logs failures alone: a line a call took a third of the time of an answer."""

    def log_request(self, code="-", size="-") -> None:
        if str(code).startswith("5"):
            super().log_request(code, size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pace", action="store_true", help="API Gateway's control plane answers 429 beyond its quotas")
    arguments = parser.parse_args()
    if moto.__version__ != WRITTEN_FOR:
        print(f"emulator: written for moto {WRITTEN_FOR}, found {moto.__version__}", file=sys.stderr)
    for module in MODULES:
        for patch in module.PATCHES:
            patch()
    bed = Bed(DomainDispatcherApplication(create_backend_app), arguments.pace)
    server = make_server("127.0.0.1", 0, bed, threaded=True, request_handler=Handler)
    os.environ["MOTO_PORT"] = str(server.port)

    def stop(*_) -> None:
        # shutdown() waits for serve_forever() to return, so it must not run on serve_forever's own thread.
        threading.Thread(target=server.shutdown, daemon=True).start()

    def stop_at_end_of_stdin() -> None:
        try:
            while os.read(0, 4096):
                pass
        except OSError:  # closed before we started: the same as its end
            pass
        stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    threading.Thread(target=stop_at_end_of_stdin, daemon=True).start()
    print(json.dumps({"url": f"http://127.0.0.1:{server.port}"}), flush=True)
    server.serve_forever(poll_interval=0.1)
    server.server_close()


if __name__ == "__main__":
    main()
