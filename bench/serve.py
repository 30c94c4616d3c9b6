#!/usr/bin/env python3
"""Asks what `tollgate serve` serves at a steady rate, each request with a token, and prints what was lost and how long it took.

An HTTP API with one Node.js function is made, synthesized and served here. `make dist` comes first.
"""

import argparse
import http.client
import json
import pathlib
import queue
import subprocess
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLLGATE = ROOT / "target/dist/tollgate/bin/tollgate"
ENVIRONMENT = """
name     = "bench"
region   = "eu-west-1"
api_type = "http"
user_pool        = { domain_prefix = "bench-example" }
resource_servers = { bench = { scopes = { all = "All" } } }
clients          = { machine = { oauth_flows = ["client_credentials"], scopes = ["bench/all"] } }
functions        = { echo = { source = "echo", handler = "index.handler", runtime = "nodejs22.x" } }
routes           = { "GET /echo" = { function = "echo", scopes = ["bench/all"] } }
"""
FUNCTION = "export const handler = async event => ({ statusCode: 200, body: JSON.stringify({ route: event.routeKey }) });\n"


def worker(host, port, token, due, results):
    connection = http.client.HTTPConnection(host, port, timeout=30)
    while (at := due.get()) is not None:
        time.sleep(max(0, at - time.monotonic()))
        try:
            connection.request("GET", "/echo", headers={"Authorization": f"Bearer {token}"})
            answer = connection.getresponse()
            answer.read()
            results.put((answer.status, time.monotonic() - at))
        except OSError:
            results.put((0, time.monotonic() - at))
            connection.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--connections", type=int, default=16)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder)
        (project / "environments").mkdir()
        (project / "echo").mkdir()
        (project / "environments/bench.tfvars").write_text(ENVIRONMENT)
        (project / "echo/index.mjs").write_text(FUNCTION)
        subprocess.run([TOLLGATE, "synth", "-e", "bench"], cwd=project, check=True, capture_output=True)
        serve = subprocess.Popen([TOLLGATE, "serve", "-e", "bench", "--port", "0"], cwd=project, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, text=True)
        try:
            site = next(line for line in serve.stdout if line.startswith("console: ")).split()[1].replace("/_tollgate/", "")
            token = subprocess.run([TOLLGATE, "token", "-e", "bench", "--client", "machine", "--target", site], cwd=project,
                                   check=True, capture_output=True, text=True).stdout.strip()
            host, port = site.removeprefix("http://").split(":")
            due, results = queue.Queue(), queue.Queue()
            total = arguments.rate * arguments.seconds
            start = time.monotonic() + 1
            for i in range(total):
                due.put(start + i / arguments.rate)
            workers = [threading.Thread(target=worker, args=(host, int(port), token, due, results))
                       for _ in range(arguments.connections)]
            for one in workers:
                due.put(None)
                one.start()
            for one in workers:
                one.join()
        finally:
            serve.terminate()
            serve.wait()
    answers = [results.get() for _ in range(total)]
    took = sorted(seconds for _, seconds in answers)
    print(json.dumps({
        "requests": total,
        "a second": arguments.rate,
        "answered with 200": sum(1 for status, _ in answers if status == 200),
        "lost": sum(1 for status, _ in answers if status != 200),
        "p50 ms": round(took[total // 2] * 1000, 1),
        "p99 ms": round(took[total * 99 // 100] * 1000, 1),
        "longest ms": round(took[-1] * 1000, 1),
    }))


main()
