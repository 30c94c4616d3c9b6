#!/usr/bin/env python3
"""Counts what Terraform asks API Gateway's control plane for, and takes the time, at AWS's own pace.

For each kind of API, definition and number of routes: the first apply, a plan that changes nothing, an apply that changes
one route, and destroy, against the test bed with `--pace` (10 calls a second, 40 at once, and the quotas of single
actions). `make dist` comes first. Two calls are quicker than on AWS, so times are for comparison only.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
EMULATOR = ROOT / "src/test/emulator"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SHAPES = (("rest", "resources"), ("rest", "openapi"), ("http", None))


def environment_file(kind, definition, routes, changed):
    """Routes five to a path, as an API has 300 resources; one of them demands another scope in the changed file."""
    lines = [
        'name = "bench"',
        'region = "eu-west-1"',
        f'api_type = "{kind}"',
        'user_pool = { domain_prefix = "bench", deletion_protection = false }',
        'resource_servers = { bench = { scopes = { all = "Every operation", some = "Some" } } }',
        'clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["bench/all", "bench/some"] } }',
    ]
    if kind == "rest":
        lines += ["access_log = { account_role = false }", f'definition = "{definition}"']
    lines += ['functions = { bench = { existing = "bench" } }', "routes = {"]
    for i in range(routes):
        scope = "some" if changed and i == 0 else "all"
        lines.append(f'  "{METHODS[i % 5]} /route{i // 5}" = {{ function = "bench", scopes = ["bench/{scope}"] }}')
    return "\n".join([*lines, "}", ""])


class Bed:
    """The emulator, for as long as its stdin is open."""

    def __init__(self, *arguments):
        command = [sys.executable, str(EMULATOR / "emulator.py"), *arguments]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.url = json.loads(self.process.stdout.readline())["url"]
        prepare = [sys.executable, str(EMULATOR / "prepare.py"), self.url, "--function", "bench", "--cloudwatch-role"]
        subprocess.run(prepare, check=True, stdout=subprocess.DEVNULL)

    def asked(self, method, page):
        request = urllib.request.Request(f"{self.url}/moto-api/tollgate/{page}", method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def emitted(tollgate, work, kind, definition, routes, changed):
    project = work / "project"
    (project / "environments").mkdir(parents=True, exist_ok=True)
    (project / "environments/bench.tfvars").write_text(environment_file(kind, definition, routes, changed))
    subprocess.run([*tollgate, "synth", "--project", str(project), "--out", str(work / "out")], check=True, capture_output=True)
    return work / "out/stacks/bench"


def measured(bed, stack, *arguments):
    """Seconds, and calls to API Gateway."""
    bed.asked("DELETE", "counts")
    environment = {
        **os.environ,
        "AWS_ENDPOINT_URL": bed.url,
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "CHECKPOINT_DISABLE": "1",
    }
    start = time.monotonic()
    ended = subprocess.run(["terraform", *arguments, "-input=false", "-no-color"], cwd=stack, env=environment, capture_output=True, text=True)
    seconds = time.monotonic() - start
    if ended.returncode not in (0, 2):
        sys.exit((ended.stdout + ended.stderr)[-2000:])
    counts = bed.asked("GET", "counts")
    return seconds, sum(number for action, number in counts.items() if action.startswith("apigateway"))


def row(tollgate, kind, definition, routes, pace):
    with tempfile.TemporaryDirectory(prefix="tollgate-calls-") as folder:
        work = pathlib.Path(folder)
        bed = Bed(*(["--pace"] if pace else []))
        try:
            stack = emitted(tollgate, work, kind, definition, routes, False)
            measured(bed, stack, "init")
            figures = [measured(bed, stack, "apply", "-auto-approve"), measured(bed, stack, "plan", "-detailed-exitcode")]
            stack = emitted(tollgate, work, kind, definition, routes, True)
            figures.append(measured(bed, stack, "apply", "-auto-approve"))
            figures.append(measured(bed, stack, "destroy", "-auto-approve"))
        finally:
            bed.end()
            shutil.rmtree(work / "out", ignore_errors=True)
    shown = " | ".join(f"{calls} | {seconds:.0f}" for seconds, calls in figures)
    print(f"| {kind}{' ' + definition if definition else ''} | {routes} | {shown} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--routes", type=int, nargs="*", default=[3, 30, 300])
    parser.add_argument("--shapes", nargs="*", default=["rest-resources", "rest-openapi", "http"])
    parser.add_argument("--unpaced", action="store_true", help="as fast as the bed answers: the calls are the same")
    parser.add_argument("--tollgate", nargs="*", default=[str(ROOT / "target/dist/tollgate/bin/tollgate")])
    arguments = parser.parse_args()
    print("| API | routes | apply: calls | s | plan: calls | s | one route: calls | s | destroy: calls | s |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for routes in arguments.routes:
        for kind, definition in SHAPES:
            if "-".join(filter(None, (kind, definition))) in arguments.shapes:
                row(arguments.tollgate, kind, definition, routes, not arguments.unpaced)


if __name__ == "__main__":
    main()
