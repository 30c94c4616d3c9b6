#!/usr/bin/env python3
"""Runs whole programs side by side and prints medians, and ratios taken in pairs.

ours    the distribution (target/dist/tollgate), its classes archived for this Java
stock   the same classes on the AWS bindings as published, with Java's own defaults
js      a JavaScript CDKTF program of the same resources that imports single modules (bench/javascript)
js all  the same that imports the package as a whole
empty   a Java program that does nothing

Ours and stock make what is up to date again (`--force`) but in the unchanged case, which has `validate` beside it. A
first run has an empty jsii package cache. Memory is that of the largest process. `make dist` comes first; the
JavaScript programs run when `npm ci` was done in bench/javascript.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DIST = ROOT / "target/dist/tollgate"
JAVASCRIPT = ROOT / "bench/javascript"
SILENT = {
    "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "18,19,20,21,22,23,24,25",
    "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1",
    "TOLLGATE_LAUNCHED": "1",
}


def environment_file(kind, routes):
    lines = [
        'name = "bench"',
        'region = "eu-west-1"',
        f'api_type = "{kind}"',
        'user_pool = { source = "create", domain_prefix = "bench" }',
        'resource_servers = { bench = { name = "bench", scopes = { all = "Every operation" } } }',
        'clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["bench/all"] } }',
        *(['access_log = { account_role = false }'] if kind == "rest" else []),
    ]
    # A function's policy has room for some fifty routes.
    functions = [f"bench{i}" for i in range(1 + routes // 40)]
    lines += [f'functions = {{ {", ".join(f"""{name} = {{ existing = "bench" }}""" for name in functions)} }}', "routes = {"]
    lines += [
        f'  "GET /route{i}" = {{ function = "{functions[i % len(functions)]}", scopes = ["bench/all"] }}' for i in range(routes)
    ]
    return "\n".join(lines + ["}", ""])


def stock_class_path(work):
    """Our classes without the slim packages, then every library as published."""
    bare = work / "classes"
    shutil.copytree(ROOT / "target/classes", bare, ignore=lambda folder, names: {"com", "software"} & set(names))
    return os.pathsep.join([str(bare), *sorted(map(str, (ROOT / "target/lib").glob("*.jar")))])


class Programs:
    def __init__(self, work):
        self.work = work
        self.stock_path = stock_class_path(work)

    def commands(self, project, arguments, kind=None, routes=None):
        out = str(self.work / "out")
        synth = ["synth", "--force", "--project", str(project), "--out", out, *arguments]
        temp = self.work / "temp"
        temp.mkdir(exist_ok=True)
        commands = {
            "ours": [str(DIST / "bin/tollgate"), *synth],
            "stock": ["java", f"-Djava.io.tmpdir={temp}", "-cp", self.stock_path, "dev.tollgate.Main", *synth],
        }
        if kind and (JAVASCRIPT / "node_modules").is_dir():
            app = str(JAVASCRIPT / "app.js")
            commands["js"] = ["node", app, "modules", kind, str(routes), out]
            commands["js all"] = ["node", app, "index", kind, str(routes), out]
        return commands

    def once(self, command, cache):
        environment = {**os.environ, **SILENT, "JSII_RUNTIME_PACKAGE_CACHE_ROOT": str(cache), "TMPDIR": str(self.work / "temp")}
        nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
        start = time.monotonic()
        child = os.posix_spawnp(command[0], command, environment, file_actions=nowhere)
        _, status, usage = os.wait4(child, 0)
        elapsed = time.monotonic() - start
        if status:
            sys.exit(f"failed: {' '.join(command)}")
        return elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def idle_commands(programs, work):
    """What is done where nothing is to be synthesized, and a Java program that does nothing at all."""
    (work / "Empty.java").write_text("class Empty { public static void main(String[] a) {} }")
    subprocess.run(["javac", "-d", str(work), str(work / "Empty.java")], check=True)
    ours = str(DIST / "bin/tollgate")
    return {
        "ours": [ours, "synth", "--project", str(ROOT), "--out", str(work / "left"), "-e", "staging"],
        "validate": [ours, "validate", "--project", str(ROOT), "-e", "staging"],
        "empty": ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", str(work), "Empty"],
    }


def compare(title, programs, commands, runs, first):
    measured = {name: [] for name in commands}
    for run in range(runs + (0 if first else 1)):
        for name, command in commands.items():
            cache = programs.work / "cache" / name.replace(" ", "-")
            if first:
                shutil.rmtree(cache, ignore_errors=True)
            figures = programs.once(command, cache)
            if first or run:
                measured[name].append(figures)
    for name, figures in measured.items():
        seconds, cpu, memory = (statistics.median(column) for column in zip(*figures))
        ratios = [
            statistics.median(ours[i] / other[i] for ours, other in zip(measured["ours"], figures)) for i in range(3)
        ]
        shown = "" if name == "ours" else " | ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"| {title} | {name} | {seconds:.2f} | {cpu:.2f} | {memory:.0f} | {shown or ' | | '} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--routes", type=int, nargs="*", default=[3, 30, 300])
    arguments = parser.parse_args()
    subprocess.run([DIST / "lib/archive-classes"], check=True)
    print("| case | program | seconds | CPU seconds | MiB | ours is: time | CPU | memory |\n|---|---|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory(prefix="tollgate-bench-") as folder:
        work = pathlib.Path(folder)
        programs = Programs(work)
        for kind in ("rest", "http"):
            for routes in arguments.routes:
                project = work / f"{kind}{routes}"
                (project / "environments").mkdir(parents=True)
                (project / "environments/bench.tfvars").write_text(environment_file(kind, routes))
                commands = programs.commands(project, [], kind, routes)
                if routes == arguments.routes[0]:
                    compare(f"{kind}, {routes} routes, first", programs, commands, arguments.runs, first=True)
                compare(f"{kind}, {routes} routes", programs, commands, arguments.runs, first=False)
        compare("staging, unchanged", programs, idle_commands(programs, work), arguments.runs, first=False)
        for title, chosen in (("prod", ["-e", "prod"]), ("all environments", ["--all"])):
            compare(title, programs, programs.commands(ROOT, chosen), arguments.runs, first=False)


if __name__ == "__main__":
    main()
