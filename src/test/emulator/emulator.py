#!/usr/bin/env python3
"""AWS for Tollgate's tests: moto's server on a free loopback port, refusing and remembering as AWS does.

    emulator.py [--pace]   listens, prints {"url": "http://127.0.0.1:PORT"} on stdout, logs to stderr
                           --pace: API Gateway's control plane answers 429 beyond its quotas
    emulator.py --many     loads everything once, and for each line on its stdin, the name of a log, starts another account
                           in a process of its own and prints {"url": …, "pid": …}

Ends on SIGTERM, on SIGINT, and when its stdin reaches end of file, so that it cannot outlive the test that started it;
what `--many` started ends on SIGTERM and at the latest with it.
The rules are in the package `bed`, one file a service. Two things are quicker than AWS, to keep tests short: a
certificate is issued at once, whatever its DNS records say, and a change of records has no ChangeInfo to wait for.
"""

import argparse
import gc
import json
import os
import signal
import sys
import threading

# moto reads both while it is imported.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"  # service-role/AmazonAPIGatewayPushToCloudWatchLogs and the like
os.environ["MOTO_ACM_VALIDATION_WAIT"] = "0"  # seconds until a certificate is ISSUED; 60 unless told

import moto
from moto.moto_api._internal import mock_random
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import BaseWSGIServer, make_server

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
    warm,
)
from bed.server import Bed, Handler

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pace", action="store_true", help="API Gateway's control plane answers 429 beyond its quotas")
    parser.add_argument("--many", action="store_true", help="an account for each line of stdin, the name of its log")
    arguments = parser.parse_args()
    if moto.__version__ != WRITTEN_FOR:
        print(f"emulator: written for moto {WRITTEN_FOR}, found {moto.__version__}", file=sys.stderr)
    for module in MODULES:
        for patch in module.PATCHES:
            patch()
    services = DomainDispatcherApplication(create_backend_app)
    if arguments.many:
        serve_many(services, arguments.pace)
    else:
        server = listening(services, arguments.pace)
        print(json.dumps({"url": url_of(server)}), flush=True)
        serve(server)


def listening(services: DomainDispatcherApplication, paced: bool) -> BaseWSGIServer:
    return make_server("127.0.0.1", 0, Bed(services, paced), threaded=True, request_handler=Handler)


def url_of(server: BaseWSGIServer) -> str:
    return f"http://127.0.0.1:{server.port}"


def serve_many(services: DomainDispatcherApplication, paced: bool) -> None:
    """A process of its own for each line, forked from this one, which serves nothing itself and runs no thread."""
    warm.load(services)
    gc.collect()
    gc.freeze()  # what is loaded stays, and no child looks through it again
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who ended leaves nothing behind
    held, holding = os.pipe()  # a child's stdin; nobody but this process holds the other end
    for line in sys.stdin:
        with open(line.rstrip("\n"), "ab") as log:
            server = listening(services, paced)
            child = os.fork()
            if child == 0:
                os.close(holding)
                for stream, file in ((0, held), (1, log.fileno()), (2, log.fileno())):
                    os.dup2(file, stream)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                mock_random.seed()
                serve(server)
                sys.stdout.flush()
                os._exit(0)  # the system gives back quicker what was loaded
            server.server_close()
        print(json.dumps({"url": url_of(server), "pid": child}), flush=True)


def serve(server: BaseWSGIServer) -> None:
    """Until SIGTERM, SIGINT or the end of stdin."""
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
    server.serve_forever(poll_interval=0.1)
    server.server_close()


if __name__ == "__main__":
    main()
