#!/usr/bin/env python3
"""Asks `tollgate serve` as fast as it answers: Node.js and Python, with and without a token; with --peer, serverless-offline on the same handlers in the
same run; with --memory N, what the server holds in memory before and after N requests more.

An HTTP API of two functions is made, synthesized and served here. `make dist` comes first. For --peer, `npm install serverless@3 serverless-offline@13`
in a folder, and name it.
"""

import argparse
import multiprocessing
import pathlib
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENVIRONMENT = """
name     = "bench"
region   = "eu-west-1"
api_type = "http"
user_pool        = { domain_prefix = "bench-example" }
resource_servers = { bench = { scopes = { all = "All" } } }
clients          = { machine = { oauth_flows = ["client_credentials"], scopes = ["bench/all"] } }
functions        = {
  node   = { source = "node", handler = "index.handler", runtime = "nodejs22.x" }
  python = { source = "python", handler = "app.handler", runtime = "python3.12" }
}
routes           = {
  "GET /node"        = { function = "node", anonymous = "compared with a peer that checks no token" }
  "GET /python"      = { function = "python", anonymous = "compared with a peer that checks no token" }
  "GET /node-token"   = { function = "node", scopes = ["bench/all"] }
  "GET /python-token" = { function = "python", scopes = ["bench/all"] }
}
"""
NODE = "exports.handler = async event => ({ statusCode: 200, body: JSON.stringify({ route: event.routeKey }) });\n"
PYTHON = 'import json\n\n\ndef handler(event, context):\n    return {"statusCode": 200, "body": json.dumps({"route": event["routeKey"]})}\n'
PEER = """
service: bench
frameworkVersion: "3"
provider: { name: aws, runtime: nodejs20.x }
plugins: [serverless-offline]
functions:
  node: { handler: node/index.handler, events: [{ httpApi: { path: /node, method: get } }] }
  python: { handler: python/app.handler, runtime: python3.11, events: [{ httpApi: { path: /python, method: get } }] }
"""


def ask(host, port, request, count, connections, results):
    """`count` requests over each of `connections` in turn, each of which waits for its answer: what they took, and how many were 200."""
    sockets = [socket.create_connection((host, port)) for _ in range(connections)]
    for one in sockets:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    took, good = [], 0
    for _ in range(count):
        begun = time.perf_counter()
        for one in sockets:
            one.sendall(request)
        for one in sockets:
            answer = one.recv(65536)
            while b"\r\n\r\n" not in answer or len(answer.split(b"\r\n\r\n", 1)[1]) < length(answer):
                answer += one.recv(65536)
            took.append(time.perf_counter() - begun)
            good += answer.startswith(b"HTTP/1.1 200")
    results.put((took, good))


def length(answer):
    head = answer.split(b"\r\n\r\n", 1)[0].lower()
    return int(head.split(b"content-length:")[1].split(b"\r\n")[0])


def load(host, port, path, token, total, workers=2, connections=4):
    headers = f"Authorization: Bearer {token}\r\n" if token else ""
    request = f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n{headers}\r\n".encode()
    results = multiprocessing.Queue()
    count = total // workers // connections
    begun = time.perf_counter()
    processes = [multiprocessing.Process(target=ask, args=(host, port, request, count, connections, results)) for _ in range(workers)]
    for one in processes:
        one.start()
    answers = [results.get() for _ in processes]
    seconds = time.perf_counter() - begun
    took = sorted(one for some, _ in answers for one in some)
    lost = len(took) - sum(good for _, good in answers)
    return f"{len(took) / seconds:,.0f} | {took[len(took) // 2] * 1000:.1f} | {took[len(took) * 99 // 100] * 1000:.1f} | {lost}"


def resident(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def java(pid):
    """The launcher, or what it has started and not replaced itself by."""
    children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    names = {one: pathlib.Path(f"/proc/{one}/comm").read_text().strip() for one in [str(pid), *children]}
    return next(one for one, name in names.items() if name == "java")


def ours(arguments, project):
    (project / "environments").mkdir()
    (project / "environments/bench.tfvars").write_text(ENVIRONMENT)
    subprocess.run([arguments.tollgate, "synth", "-e", "bench"], cwd=project, check=True, capture_output=True)
    serve = subprocess.Popen([arguments.tollgate, "serve", "-e", "bench", "--port", "0"], cwd=project, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL, text=True)
    try:
        site = next(line for line in serve.stdout if line.startswith("console: ")).split()[1].replace("/_tollgate/", "")
        token = subprocess.run([arguments.tollgate, "token", "-e", "bench", "--client", "machine", "--target", site], cwd=project,
                               check=True, capture_output=True, text=True).stdout.strip()
        host, port = site.removeprefix("http://").split(":")
        for runtime in ("node", "python"):
            load(host, int(port), f"/{runtime}", "", arguments.requests // 4)
            print(f"| serve | {runtime} | no | {load(host, int(port), f'/{runtime}', '', arguments.requests)} |", flush=True)
            print(f"| serve | {runtime} | yes | {load(host, int(port), f'/{runtime}-token', token, arguments.requests)} |", flush=True)
        if arguments.memory:
            before = resident(java(serve.pid))
            for part in range(1, 5):
                load(host, int(port), "/node-token", token, arguments.memory // 4)
                print(f"memory: {before} MiB before, {resident(java(serve.pid))} MiB after {arguments.memory * part // 4:,} requests", flush=True)
    finally:
        serve.terminate()
        serve.wait()


def peer(arguments, project):
    (project / "serverless.yml").write_text(PEER)
    (project / "node_modules").symlink_to(pathlib.Path(arguments.peer).resolve() / "node_modules")
    port = 4321
    with open(project / "peer.log", "w") as log:
        run = subprocess.Popen(["node_modules/.bin/serverless", "offline", "--httpPort", str(port), "--lambdaPort", str(port + 1), "--noPrependStageInUrl"],
                               cwd=project, stdout=log, stderr=log)
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.2)
        for runtime in ("node", "python"):
            load("127.0.0.1", port, f"/{runtime}", "", arguments.requests // 40)
            print(f"| serverless-offline | {runtime} | no | {load('127.0.0.1', port, f'/{runtime}', '', arguments.requests // 10)} |", flush=True)
    finally:
        run.terminate()
        run.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--memory", type=int, default=0)
    parser.add_argument("--peer", help="a folder with serverless and serverless-offline in its node_modules")
    parser.add_argument("--tollgate", default=str(ROOT / "target/dist/tollgate/bin/tollgate"), help="the command; default: what `make dist` made")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = pathlib.Path(folder)
        for name, file, text in (("node", "index.js", NODE), ("python", "app.py", PYTHON)):
            (project / name).mkdir()
            (project / name / file).write_text(text)
        print("| server | runtime | token | requests a second | p50 ms | p99 ms | not 200 |\n|---|---|---|--:|--:|--:|--:|")
        ours(arguments, project)
        if arguments.peer:
            peer(arguments, project)


main()
