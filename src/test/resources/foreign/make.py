#!/usr/bin/env python3
"""Makes the plans of this folder with the real Terraform, against the emulator of src/test/emulator.

Run from the repository's root with TF_CLI_CONFIG_FILE as for the tests; names of cases make these only.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.getcwd()
HERE = os.path.join(ROOT, "src", "test", "resources", "foreign")
sys.path.insert(0, os.path.join(ROOT, "src", "test", "resources", "review"))
from make import compact  # noqa: E402


def plan(case, endpoint):
    folder = tempfile.mkdtemp()
    environment = dict(os.environ, AWS_ENDPOINT_URL=endpoint, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", CHECKPOINT_DISABLE="1")

    def terraform(*arguments):
        return subprocess.run(["terraform", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout

    try:
        shutil.copytree(os.path.join(HERE, case), folder, dirs_exist_ok=True,
                        ignore=lambda at, names: [name for name in names if name.endswith((".json", ".txt"))])
        terraform("init", "-input=false")
        terraform("plan", "-input=false", "-out=p")
        return compact(json.loads(terraform("show", "-json", "p")))
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{case}: {error.stdout}{error.stderr}") from error
    finally:
        shutil.rmtree(folder)


def main():
    cases = sys.argv[1:] or sorted(name for name in os.listdir(HERE) if os.path.isfile(os.path.join(HERE, name, "main.tf")))
    emulator = subprocess.Popen([sys.executable, os.path.join(ROOT, "src/test/emulator/emulator.py")],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        endpoint = json.loads(emulator.stdout.readline())["url"]
        subprocess.run(["aws", "--endpoint-url", endpoint, "route53", "create-hosted-zone", "--name", "example.com",
                        "--caller-reference", "one"], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1"))
        for case in cases:
            with open(os.path.join(HERE, case, "plan.json"), "w", encoding="utf-8") as file:
                json.dump(plan(case, endpoint), file, separators=(",", ":"))
            print(case)
    finally:
        emulator.terminate()


if __name__ == "__main__":
    main()
