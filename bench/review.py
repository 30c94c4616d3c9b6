#!/usr/bin/env python3
"""Times `tollgate review` of a plan that changes many resources, and prints medians, memory and the comment's size.

The plan is made here: every method of a REST API loses a scope, and a table behind each third one goes. `make dist` comes first.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOLLGATE = ROOT / "target/dist/tollgate/bin/tollgate"
PROVIDER = "registry.terraform.io/hashicorp/aws"


def resource(kind, name):
    return {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name, "provider_name": PROVIDER}


def change(kind, name, actions, before, after):
    return {
        **resource(kind, name),
        "change": {
            "actions": actions,
            "before": before,
            "after": after,
            "after_unknown": {},
            "before_sensitive": {},
            "after_sensitive": {},
        },
    }


def plan(resources):
    """A plan of `resources` resources: a third paths, a third methods, a third tables."""
    api = {"id": "api", "name": "api", "root_resource_id": "root"}
    changes = [change("aws_api_gateway_rest_api", "api", ["no-op"], api, api)]
    for i in range((resources - 1) // 3):
        path = {"id": f"r{i}", "rest_api_id": "api", "parent_id": "root", "path_part": f"route{i}"}
        changes.append(change("aws_api_gateway_resource", f"r{i}", ["no-op"], path, path))
        method = {
            "id": f"m{i}",
            "rest_api_id": "api",
            "resource_id": f"r{i}",
            "http_method": "GET",
            "authorization": "COGNITO_USER_POOLS",
            "authorizer_id": "cognito",
            "authorization_scopes": ["api/read", "api/write"],
        }
        after = {**method, "authorization_scopes": ["api/read"]}
        changes.append(change("aws_api_gateway_method", f"r{i}", ["update"], method, after))
        table = {"id": f"t{i}", "name": f"table{i}", "hash_key": "id"}
        changes.append(change("aws_dynamodb_table", f"t{i}", ["delete"], table, None))
    planned = [
        {**resource(one["type"], one["name"]), "values": one["change"]["after"], "sensitive_values": {}}
        for one in changes
        if one["change"]["after"]
    ]
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": planned}},
        "resource_changes": changes,
        "configuration": {"root_module": {"resources": []}},
    }


def run(arguments):
    """Seconds, MiB and output of one run."""
    start = time.monotonic()
    process = subprocess.Popen([TOLLGATE, "review", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    return time.monotonic() - start, usage.ru_maxrss / 1024, output


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--resources", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'resources':>9}{'format':>10}{'seconds':>10}{'MiB':>6}{'bytes':>9}")
        for resources in (10, arguments.resources):
            file = pathlib.Path(folder) / f"{resources}.json"
            file.write_text(json.dumps(plan(resources)))
            for format in ("text", "markdown", "sarif"):
                command = ["--plan-json", file, "--format", format]
                run(command)
                runs = [run(command) for _ in range(arguments.runs)]
                print(
                    f"{len(plan(resources)['resource_changes']):>9}{format:>10}"
                    f"{statistics.median(one[0] for one in runs):>10.2f}"
                    f"{max(one[1] for one in runs):>6.0f}{len(runs[0][2]):>9}"
                )


main()
