#!/usr/bin/env python3
"""Makes the plans of this folder and of ../seeded with the real Terraform, against the emulator of src/test/emulator.

Of each there are two: one where nothing is there yet, and one after an apply, which is what a pull request has.
Run from the repository's root with TF_CLI_CONFIG_FILE as for the tests; names of cases make these only.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile

ROOT = os.getcwd()
HERE = os.path.join(ROOT, "src", "test", "resources", "foreign")
SEEDED = os.path.join(ROOT, "src", "test", "resources", "seeded")
sys.path.insert(0, os.path.join(ROOT, "src", "test", "resources", "review"))
from make import compact  # noqa: E402


def without_resources(module):
    """Only what is read: what is made stands in the plan itself."""
    left = {key: value for key, value in module.items() if key == "address"}
    left["resources"] = [one for one in module.get("resources", []) if one["mode"] == "data"]
    left["child_modules"] = [without_resources(child) for child in module.get("child_modules", [])]
    return left


def shown(terraform):
    plan = json.loads(terraform("show", "-json", "p"))
    read = plan.get("prior_state", {}).get("values", {}).get("root_module")
    defaults = {name: variable["default"] for name, variable in plan["configuration"]["root_module"].get("variables", {}).items() if "default" in variable}
    compact(plan)
    for name, value in defaults.items():
        plan["configuration"]["root_module"]["variables"][name]["default"] = value
    if read:
        plan["prior_state"] = {"values": {"root_module": without_resources(read)}}
    return plan


def packages(folder):
    """An empty zip for each that a function names."""
    for root, _, files in os.walk(folder):
        for name in files:
            if name.endswith((".tf", ".tf.json")):
                with open(os.path.join(root, name), encoding="utf-8") as file:
                    text = file.read()
                for package in set(re.findall(r'"([\w-]+\.zip)"', text)) | {"orders.zip", "stock.zip"}:
                    with zipfile.ZipFile(os.path.join(folder, package), "w") as archive:
                        archive.writestr(zipfile.ZipInfo("app.py"), "def handler(event, context):\n    return {}\n")


def begin_again(endpoint):
    """An account with nothing in it but a zone."""
    with urllib.request.urlopen(urllib.request.Request(endpoint + "/moto-api/reset", method="POST")):
        pass
    subprocess.run(["aws", "--endpoint-url", endpoint, "route53", "create-hosted-zone", "--name", "example.com",
                    "--caller-reference", "one"], check=True, stdout=subprocess.DEVNULL,
                   env=dict(os.environ, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1"))


def plans(source, endpoint):
    """The plan of the folder or file `source`, and the one after it is applied; the second is None where it cannot be."""
    folder = tempfile.mkdtemp()
    environment = dict(os.environ, AWS_ENDPOINT_URL=endpoint, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", CHECKPOINT_DISABLE="1", TF_CLI_ARGS="-no-color")

    def terraform(*arguments):
        return subprocess.run(["terraform", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout

    try:
        if os.path.isdir(source):
            shutil.copytree(source, folder, dirs_exist_ok=True,
                            ignore=lambda at, names: [name for name in names if name.endswith((".json", ".txt"))])
        else:
            shutil.copy(source, os.path.join(folder, "main.tf.json"))
        packages(folder)
        terraform("init", "-input=false")
        terraform("plan", "-input=false", "-out=p")
        first = shown(terraform)
        try:
            terraform("apply", "-input=false", "-auto-approve", "p")
        except subprocess.CalledProcessError as error:
            print(f"{source} is not applied: {error.stderr}", file=sys.stderr)
            return first, None
        terraform("plan", "-input=false", "-out=p")
        return first, shown(terraform)
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{source}: {error.stderr}") from error
    finally:
        shutil.rmtree(folder)


def write(path, plan):
    if plan:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(plan, file, separators=(",", ":"))


def main():
    cases = sys.argv[1:] or sorted(name for name in os.listdir(HERE) if os.path.isfile(os.path.join(HERE, name, "main.tf"))) + ["rest", "http"]
    emulator = subprocess.Popen([sys.executable, os.path.join(ROOT, "src/test/emulator/emulator.py")],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        endpoint = json.loads(emulator.stdout.readline())["url"]
        for case in cases:
            begin_again(endpoint)
            seeded = os.path.join(SEEDED, case + ".tf.json")
            if os.path.isfile(seeded):
                fresh, applied = plans(seeded, endpoint)
                write(os.path.join(SEEDED, case + ".plan.json"), fresh)
                write(os.path.join(SEEDED, case + ".applied.json"), applied)
            else:
                fresh, applied = plans(os.path.join(HERE, case), endpoint)
                write(os.path.join(HERE, case, "plan.json"), fresh)
                write(os.path.join(HERE, case, "applied.json"), applied)
            print(case, flush=True)
    finally:
        emulator.terminate()


if __name__ == "__main__":
    main()
