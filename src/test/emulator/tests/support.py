"""One server for all tests, its clients, and what they have in common."""

import atexit
import io
import itertools
import json
import os
import subprocess
import sys
import unittest
import urllib.request
import zipfile
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

for ambient in ("AWS_PROFILE", "AWS_CA_BUNDLE", "AWS_ENDPOINT_URL"):
    os.environ.pop(ambient, None)

EMULATOR = Path(__file__).parent.parent / "emulator.py"
REGION = "eu-west-1"
ACCOUNT = "123456789012"
_numbers = itertools.count(1)


class Account:
    """A server that runs: its clients and its pages."""

    def __init__(self, url: str):
        self.url = url
        self._clients: dict = {}

    def client(self, service: str, region: str = REGION):
        if (service, region) not in self._clients:
            self._clients[service, region] = self._made(service, region)
        return self._clients[service, region]

    def _made(self, service: str, region: str):
        # The client is asked not to judge for itself, nor to try again: AWS is the one to refuse.
        config = Config(parameter_validation=False, retries={"max_attempts": 0}, proxies={})
        session = boto3.Session("test", "test", region_name=region)
        return session.client(service, endpoint_url=self.url, config=config)

    def page(self, page: str, method: str = "GET"):
        request = urllib.request.Request(f"{self.url}/moto-api/tollgate/{page}", method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)


class Server(Account):
    """Our server: it ends with its stdin, so at the latest with this process."""

    def __init__(self, *arguments: str):
        self._process = started(*arguments)
        super().__init__(json.loads(self._process.stdout.readline())["url"])

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()


def started(*arguments: str) -> subprocess.Popen:
    command = [sys.executable, str(EMULATOR), *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


_shared: list[Server] = []


def shared() -> Server:
    if not _shared:
        _shared.append(Server())
        atexit.register(_shared[0].stop)
    return _shared[0]


def name(prefix: str) -> str:
    """A name of its own, so that tests need no clean account."""
    return f"{prefix}{next(_numbers)}"


class BedTest(unittest.TestCase):
    """Asserts on refusals; their texts are mostly from memory, so it looks at code and status."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.server = shared()
        for service in ("apigateway", "apigatewayv2", "acm", "cognito-idp", "dynamodb", "iam", "lambda", "logs", "ssm"):
            setattr(cls, service.replace("-", "_").replace("lambda", "functions"), cls.server.client(service))

    def refused(self, code: str, status: int, call, **arguments) -> str:
        with self.assertRaises(ClientError) as refusal:
            call(**arguments)
        error = refusal.exception.response
        self.assertEqual((error["Error"]["Code"], error["ResponseMetadata"]["HTTPStatusCode"]), (code, status), error)
        return error["Error"]["Message"]

    def role(self, service: str = "lambda.amazonaws.com") -> str:
        statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": service}}
        trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        return self.iam.create_role(RoleName=name("role"), AssumeRolePolicyDocument=trust)["Role"]["Arn"]

    def function(self, **changed) -> str:
        """Its ARN."""
        spec = {
            "FunctionName": name("function"),
            "Role": changed.pop("Role", None) or self.role(),
            "Runtime": "python3.12",
            "Handler": "app.handler",
            "Code": {"ZipFile": zipped()},
            **changed,
        }
        return self.functions.create_function(**spec)["FunctionArn"]

    def invoke_uri(self, function: str) -> str:
        return f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{function}/invocations"

    def permit(self, function: str, source: str, statement: str | None = None) -> None:
        self.functions.add_permission(
            FunctionName=function.rpartition(":")[2],
            StatementId=statement or name("statement"),
            Action="lambda:InvokeFunction",
            Principal="apigateway.amazonaws.com",
            SourceArn=source,
        )


def packed(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as entries:
        for path, content in files.items():
            entries.writestr(path, content)
    return archive.getvalue()


def zipped() -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as entries:
        entries.writestr(zipfile.ZipInfo("app.py"), "def handler(event, context):\n    return {'statusCode': 200}\n")
    return archive.getvalue()
