"""AWS's own SDK signs in at the address given: what it makes of each answer, as JSON."""

import json
import sys

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

cognito = boto3.client(
    "cognito-idp",
    endpoint_url=sys.argv[1],
    region_name="eu-west-1",
    config=Config(signature_version=UNSIGNED, retries={"total_max_attempts": 1}),
)


def asked(flow, client="people", **parameters):
    try:
        answer = cognito.initiate_auth(AuthFlow=flow, ClientId=client, AuthParameters=parameters)
        return answer["AuthenticationResult"]
    except ClientError as e:
        return {"error": e.response["Error"]["Code"], "message": e.response["Error"]["Message"]}


good = asked("USER_PASSWORD_AUTH", USERNAME="ada", PASSWORD="Correct-Horse-1")
json.dump(
    {
        "good": sorted(good),
        "refreshed": sorted(asked("REFRESH_TOKEN_AUTH", REFRESH_TOKEN=good["RefreshToken"])),
        "wrong": asked("USER_PASSWORD_AUTH", USERNAME="ada", PASSWORD="wrong"),
        "unknown": asked("USER_PASSWORD_AUTH", client="once", USERNAME="bob", PASSWORD="wrong"),
        "off": asked("USER_SRP_AUTH", USERNAME="ada", SRP_A="1"),
    },
    sys.stdout,
)
