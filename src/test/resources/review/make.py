#!/usr/bin/env python3
"""Makes the plans of this folder with the real Terraform, against the emulator of src/test/emulator.

Each case is an environment before and after; what is before is applied, something may be changed behind Terraform's back,
and what is after is planned. Run from the repository's root, after `make build`, with TF_CLI_CONFIG_FILE as for the tests.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.getcwd()
HERE = os.path.join(ROOT, "src", "test", "resources", "review")

BASE = """
name = "orders"
region = "eu-west-1"
api_type = "%(kind)s"
user_pool = { domain_prefix = "orders-example", deletion_protection = false%(pool)s }
resource_servers = { orders = { name = "Orders", scopes = { read = "Read", write = "Write" } } }
clients = { %(clients)s }
functions = { echo = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x"%(function)s } }
routes = { %(routes)s }
%(more)s
"""
PEOPLE = 'people = { auth_flows = ["USER_PASSWORD", "USER_SRP", "REFRESH_TOKEN"] }, '
CLIENTS = PEOPLE + 'shop = { oauth_flows = ["client_credentials"], scopes = [%s], access_token_minutes = %d }'
READ = '"GET /orders" = { function = "echo", scopes = ["orders/read"] }'
WRITE = '"POST /orders" = { function = "echo", scopes = ["orders/write"] }'
CORS = 'cors = { allow_origins = [%s], allow_methods = ["GET"], allow_headers = ["Authorization"] }'


def environment(kind, routes=(READ, WRITE), scopes='"orders/read", "orders/write"', minutes=60, origins='"https://shop.example"',
                pool="", function="", more=""):
    return BASE % {
        "kind": kind,
        "routes": ", ".join(routes),
        "clients": CLIENTS % (scopes, minutes),
        "pool": pool,
        "function": function,
        "more": CORS % origins + "\n" + more,
    }


def cases():
    for kind in ("http", "rest"):
        before = environment(kind)
        yield kind + "-widened", before, environment(
            kind,
            routes=(
                '"GET /orders" = { function = "echo", anonymous = "shop window" }',
                '"POST /orders" = { function = "echo", scopes = ["orders/write", "orders/read"] }',
                '"GET /health" = { function = "echo", anonymous = "probe" }',
            ),
            origins='"https://shop.example", "https://other.example"',
            pool=", self_sign_up = true",
        ), None
        yield kind + "-narrowed", environment(
            kind,
            routes=('"GET /orders" = { function = "echo", anonymous = "shop window" }', WRITE,
                    '"PUT /orders" = { function = "echo", scopes = ["orders/read", "orders/write"] }'),
            origins='"https://shop.example", "https://other.example"',
        ), environment(
            kind,
            routes=('"GET /orders" = { function = "echo", scopes = ["orders/write"] }',
                    '"PUT /orders" = { function = "echo", scopes = ["orders/write"] }'),
            scopes='"orders/write"',
            minutes=10,
        ), None
        yield kind + "-lost", environment(
            kind, more='tables = { orders = { hash_key = "id", deletion_protection = false } }'
        ), environment(kind, pool=', name = "other"'), None
        yield kind + "-late", before, environment(kind, function=", timeout = 9, memory_size = 256"), None
        yield kind + "-same", before, before, None
        yield kind + "-destroy", before, None, None
    yield "http-demand-dropped", environment("http"), environment(
        "http", routes=('"GET /orders" = { function = "echo" }', WRITE)), None
    yield "http-demanded", environment("http", routes=('"GET /orders" = { function = "echo" }', WRITE)), environment("http"), None
    yield "rest-to-http", environment("rest"), environment("http"), None
    yield "rest-privilege", environment("rest"), environment(
        "rest", function=', policy = [{ actions = ["sns:Publish"], resources = ["*"] }]'), None
    yield "http-drift", environment("http"), environment("http"), drift


def drift(run):
    """Somebody opens a route and forgets it."""
    apis = json.loads(run("aws", "apigatewayv2", "get-apis", "--output", "json"))["Items"]
    api = [one for one in apis if one["Name"] == "orders"][0]["ApiId"]
    routes = json.loads(run("aws", "apigatewayv2", "get-routes", "--api-id", api, "--output", "json"))["Items"]
    route = [one for one in routes if one["RouteKey"] == "GET /orders"][0]["RouteId"]
    run("aws", "apigatewayv2", "update-route", "--api-id", api, "--route-id", route, "--authorization-type", "NONE")


def make(name, before, after, meddle, endpoint):
    project = tempfile.mkdtemp()
    variables = dict(os.environ, AWS_ENDPOINT_URL=endpoint, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test",
                     AWS_REGION="eu-west-1", AWS_DEFAULT_REGION="eu-west-1", CHECKPOINT_DISABLE="1")
    stack = os.path.join(project, "cdktf.out", "stacks", "orders")

    def run(*command, cwd=project, fine=(0,)):
        done = subprocess.run(command, cwd=cwd, env=variables, capture_output=True, text=True, check=False)
        if done.returncode not in fine or "nothing was written" in done.stderr:
            sys.exit("%s: %s\n%s%s" % (name, " ".join(command), done.stdout, done.stderr))
        return done.stdout

    def synthesize(text):
        with open(os.path.join(project, "environments", "orders.tfvars"), "w", encoding="utf-8") as file:
            file.write(text)
        # A case is about what is wrong, too: findings are exit 1.
        run(os.path.join(ROOT, "bin", "tollgate"), "synth", "-e", "orders", fine=(0, 1))

    try:
        os.makedirs(os.path.join(project, "environments"))
        shutil.copytree(os.path.join(ROOT, "lambdas", "echo"), os.path.join(project, "lambdas", "echo"))
        synthesize(before)
        run("terraform", "init", "-input=false", cwd=stack)
        run("terraform", "apply", "-input=false", "-auto-approve", cwd=stack)
        # What AWS fills in after an apply is no drift.
        run("terraform", "apply", "-input=false", "-auto-approve", "-refresh-only", cwd=stack)
        if after is not None:
            synthesize(after)
        if meddle:
            meddle(run)
        run("terraform", "plan", "-input=false", "-out=p", *([] if after is not None else ["-destroy"]), cwd=stack)
        plan = json.loads(run("terraform", "show", "-json", "p", cwd=stack))
        run("terraform", "destroy", "-input=false", "-auto-approve", cwd=stack)
    finally:
        shutil.rmtree(project)
    return plan


def compact(plan):
    """Only what is of this plan: no time, no copy of the state, no validation of variables."""
    plan["timestamp"] = "2026-01-01T00:00:00Z"
    plan.pop("prior_state", None)
    plan.pop("relevant_attributes", None)
    for variable in plan.get("configuration", {}).get("root_module", {}).get("variables", {}).values():
        variable.pop("default", None)
        variable.pop("description", None)
    return plan


def main():
    only = sys.argv[1:]
    emulator = subprocess.Popen([sys.executable, os.path.join(ROOT, "src/test/emulator/emulator.py")],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        endpoint = json.loads(emulator.stdout.readline())["url"]
        subprocess.run([sys.executable, os.path.join(ROOT, "src/test/emulator/prepare.py"), endpoint, "--cloudwatch-role",
                        "--region", "eu-west-1"], check=True, stdout=subprocess.DEVNULL)
        for name, before, after, meddle in cases():
            if only and name not in only:
                continue
            folder = os.path.join(HERE, name)
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, "plan.json"), "w", encoding="utf-8") as file:
                json.dump(compact(make(name, before, after, meddle, endpoint)), file, separators=(",", ":"))
            print(name)
    finally:
        emulator.terminate()


if __name__ == "__main__":
    main()
