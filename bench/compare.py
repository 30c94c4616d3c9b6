#!/usr/bin/env python3
"""Compares the CPU time of two builds of Tollgate, run in turn on the same input.

BASE and NEW are distributions (`make dist` makes target/dist/tollgate). Of each case: a run of each that does not count, then
pairs, base and new in turn, so that a machine that gets slower slows both. CPU seconds are user and system time of the whole
process, its children included. `--environments` names a project that both builds can read.
"""

import argparse
import importlib.util
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BOUNDS = {"validate": 1.15, "check": 1.05, "synth": 1.05}


def bench(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cpu(command, folder):
    nowhere = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)]
    variables = {**os.environ, "JSII_RUNTIME_PACKAGE_CACHE_ROOT": str(folder / "jsii"), "TMPDIR": str(folder)}
    child = os.posix_spawnp(command[0], command, variables, file_actions=nowhere)
    _, status, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)


class Builds:
    def __init__(self, base, new, work, runs):
        self.programs = [str(path / "bin/tollgate") for path in (base, new)]
        self.work, self.runs = work, runs

    def compare(self, title, *arguments):
        """The arguments, with {own} for a folder that each build has to itself."""
        folders = [self.work / "own" / str(i) for i in range(2)]
        commands = [
            [program, *(str(argument).format(own=folder) for argument in arguments)]
            for program, folder in zip(self.programs, folders)
        ]
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        pairs = [[cpu(command, folder) for command, folder in zip(commands, folders)] for _ in range(self.runs + 1)][1:]
        codes = sorted({code for pair in pairs for _, code in pair})
        if any(code not in (0, 1) for code in codes):
            sys.exit(f"{title}: exit codes {codes}")
        base, new = ([pair[i][0] for pair in pairs] for i in range(2))
        ratio = statistics.median(b / a for a, b in zip(base, new))
        bound = BOUNDS[title.split()[0]]
        print(
            f"| {title} | {statistics.median(base):.3f} | {statistics.median(new):.3f} | {ratio:.2f} | {bound:.2f} |",
            flush=True,
        )


def project_of(kind, routes, folder):
    (folder / "environments").mkdir(parents=True)
    (folder / "environments/bench.tfvars").write_text(bench("bench").environment_file(kind, routes))
    return folder


def three(builds, what, project, *selection):
    """validate, synth and check of environments; check of the stacks that each build has made of them."""
    builds.compare(f"validate {what}", "validate", "--project", project, *selection)
    builds.compare(f"synth {what}", "synth", "--force", "--project", project, "--out", "{own}/out", *selection)
    builds.compare(f"check {what}", "check", "--project", project, "--stacks", "{own}/out", *selection)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=pathlib.Path)
    parser.add_argument("new", type=pathlib.Path)
    parser.add_argument("--environments", type=pathlib.Path, help="a project whose environments are compared, too")
    parser.add_argument("--plans", type=pathlib.Path, nargs="*", default=[], help="plans as JSON that are checked")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("--kinds", nargs="*", default=["rest", "http"])
    parser.add_argument("--routes", type=int, nargs="*", default=[3, 30, 300])
    arguments = parser.parse_args()
    for build in (arguments.base, arguments.new):
        subprocess.run([build / "lib/archive-classes"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory(prefix="tollgate-compare-") as folder:
        work = pathlib.Path(folder)
        builds = Builds(arguments.base.resolve(), arguments.new.resolve(), work, arguments.runs)
        print("| case | base, CPU seconds | new | ratio | at most |\n|---|--:|--:|--:|--:|")
        for kind in arguments.kinds:
            for routes in arguments.routes:
                three(builds, f"{kind}, {routes} routes", project_of(kind, routes, work / f"{kind}{routes}"), "-e", "bench")
        if arguments.environments:
            project = work / "project"
            for part in ("environments", "lambdas"):
                shutil.copytree(arguments.environments / part, project / part)
            names = sorted(file.stem for file in (project / "environments").glob("*.tfvars"))
            for name in names:
                three(builds, name, project, "-e", name)
            three(builds, "all environments", project, "--all")
        for plan in arguments.plans:
            builds.compare(f"check the plan {plan.parent.name}", "check", "--plan-json", plan.resolve())


if __name__ == "__main__":
    main()
