#!/usr/bin/env python3
"""Put into the emulator what an environment expects to be there already; print it as one line of JSON.

    prepare.py URL [--region REGION] [--zone NAME]... [--apex NAME]... [--function NAME]... [--bucket NAME]...
                   [--parameter PATH]... [--secret NAME]... [--pool PATH]... [--queue NAME]... [--topic NAME]...
                   [--stream NAME]... [--vpc] [--cloudwatch-role]

Everything is looked up before it is made, so running it twice changes nothing. The page `prepare` does the same in the
emulator's own process.
"""

import argparse
import functools
import io
import json
import os
import sys
import zipfile

import boto3
from botocore.config import Config


def prepared(words: list[str]) -> dict:
    """What `words`, the arguments, ask for, made."""
    arguments = parse_arguments(words)
    clients = Clients(arguments.url, arguments.region)
    return {
        "zones": {name: hosted_zone(clients, name) for name in arguments.zone},
        "apexes": [apex(clients, name) for name in arguments.apex],
        "functions": {name: function(clients, name) for name in arguments.function},
        "buckets": [bucket(clients, name) for name in arguments.bucket],
        "parameters": [parameter(clients, name) for name in arguments.parameter],
        "secrets": [secret(clients, name) for name in arguments.secret],
        "pools": {path: pool(clients, path) for path in arguments.pool},
        "queues": [queue(clients, name) for name in arguments.queue],
        "topics": [clients.of("sns").create_topic(Name=name)["TopicArn"] for name in arguments.topic],
        "streams": [stream(clients, name) for name in arguments.stream],
        "vpc": network(clients) if arguments.vpc else None,
        "cloudwatch_role": account_role(clients) if arguments.cloudwatch_role else None,
    }


def parse_arguments(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url", help="what emulator.py printed, http://127.0.0.1:PORT")
    parser.add_argument("--region", default="eu-west-1")
    parser.add_argument("--zone", action="append", default=[], help="a public hosted zone")
    parser.add_argument("--apex", action="append", default=[], help="a public hosted zone whose apex has an address")
    parser.add_argument("--function", action="append", default=[], help="an existing Lambda function")
    parser.add_argument("--bucket", action="append", default=[], help="an S3 bucket, for Terraform's state or for packages")
    parser.add_argument("--parameter", action="append", default=[], help="a secret in SSM's parameter store")
    parser.add_argument("--secret", action="append", default=[], help="a secret in Secrets Manager")
    parser.add_argument("--pool", action="append", default=[], help="a user pool, published in SSM below this path")
    parser.add_argument("--queue", action="append", default=[], help="an SQS queue with a visibility timeout of a minute")
    parser.add_argument("--topic", action="append", default=[], help="an SNS topic")
    parser.add_argument("--stream", action="append", default=[], help="a stream of Kinesis")
    parser.add_argument("--vpc", action="store_true", help="two subnets and a security group")
    parser.add_argument("--cloudwatch-role", action="store_true", help="the account's role for REST stages that log")
    return parser.parse_args(words)


@functools.cache
class Clients:
    """boto3 clients that can reach nothing but the emulator."""

    def __init__(self, url: str, region: str):
        self.region = region
        self._session = session(region)
        self._url = url

    @functools.cache
    def of(self, service: str):
        path_style = Config(s3={"addressing_style": "path"}, proxies={})
        return self._session.client(service, endpoint_url=self._url, config=path_style)


@functools.cache
def session(region: str) -> boto3.Session:
    """One for all servers: a session reads AWS's models once."""
    # The ambient environment may name another endpoint, profile or certificate bundle.
    for name in ("AWS_PROFILE", "AWS_CA_BUNDLE", "AWS_ENDPOINT_URL"):
        os.environ.pop(name, None)
    return boto3.Session("test", "test", region_name=region)


def hosted_zone(clients: Clients, name: str) -> str:
    route53 = clients.of("route53")
    wanted = name.rstrip(".") + "."
    for zone in route53.list_hosted_zones_by_name(DNSName=wanted)["HostedZones"]:
        if zone["Name"] == wanted and not zone["Config"]["PrivateZone"]:
            return zone["Id"].rpartition("/")[2]
    zone = route53.create_hosted_zone(Name=wanted, CallerReference=wanted)["HostedZone"]
    return zone["Id"].rpartition("/")[2]


def apex(clients: Clients, name: str) -> str:
    """A site at the zone's apex: without an address there Cognito refuses a custom domain below it."""
    record = {"Name": name, "Type": "A", "TTL": 300, "ResourceRecords": [{"Value": "192.0.2.1"}]}
    change = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]}
    clients.of("route53").change_resource_record_sets(HostedZoneId=hosted_zone(clients, name), ChangeBatch=change)
    return name


def function(clients: Clients, name: str) -> str:
    functions = clients.of("lambda")
    try:
        return functions.get_function(FunctionName=name)["Configuration"]["FunctionArn"]
    except functions.exceptions.ResourceNotFoundException:
        pass
    return functions.create_function(
        FunctionName=name,
        Role=role(clients, f"{name}-role", "lambda.amazonaws.com"),
        Runtime="python3.12",
        Handler="app.handler",
        Code={"ZipFile": zipped("def handler(event, context):\n    return {'statusCode': 200}\n")},
    )["FunctionArn"]


def role(clients: Clients, name: str, service: str) -> str:
    iam = clients.of("iam")
    try:
        return iam.get_role(RoleName=name)["Role"]["Arn"]
    except iam.exceptions.NoSuchEntityException:
        pass
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": service}}
    trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    return iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]


def zipped(source: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as entries:
        entries.writestr(zipfile.ZipInfo("app.py"), source)
    return archive.getvalue()


def bucket(clients: Clients, name: str) -> str:
    s3 = clients.of("s3")
    if name not in [known["Name"] for known in s3.list_buckets()["Buckets"]]:
        elsewhere = {"CreateBucketConfiguration": {"LocationConstraint": clients.region}}
        s3.create_bucket(Bucket=name, **({} if clients.region == "us-east-1" else elsewhere))
    return name


def parameter(clients: Clients, name: str) -> str:
    clients.of("ssm").put_parameter(Name=name, Value="not so secret", Type="SecureString", Overwrite=True)
    return name


def secret(clients: Clients, name: str) -> str:
    secrets = clients.of("secretsmanager")
    if name not in [known["Name"] for known in secrets.list_secrets()["SecretList"]]:
        secrets.create_secret(Name=name, SecretString="not so secret")
    return name


def queue(clients: Clients, name: str) -> str:
    fifo = {"FifoQueue": "true"} if name.endswith(".fifo") else {}
    return clients.of("sqs").create_queue(QueueName=name, Attributes={"VisibilityTimeout": "60", **fifo})["QueueUrl"]


def stream(clients: Clients, name: str) -> str:
    kinesis = clients.of("kinesis")
    if name not in kinesis.list_streams()["StreamNames"]:
        kinesis.create_stream(StreamName=name, ShardCount=1)
    return name


def pool(clients: Clients, path: str) -> str:
    cognito, parameters = clients.of("cognito-idp"), clients.of("ssm")
    name = path.strip("/").replace("/", "-")
    for known in cognito.list_user_pools(MaxResults=60)["UserPools"]:
        if known["Name"] == name:
            return known["Id"]
    made = cognito.create_user_pool(PoolName=name)["UserPool"]
    cognito.create_user_pool_domain(Domain=name, UserPoolId=made["Id"])
    url = f"https://{name}.auth.{clients.region}.amazoncognito.com"
    for key, value in {"Id": made["Id"], "Arn": made["Arn"], "Url": url}.items():
        parameters.put_parameter(Name=f"{path}/CognitoUserPool{key}", Value=value, Type="String", Overwrite=True)
    return made["Id"]


def network(clients: Clients) -> dict:
    """Two of the default VPC's subnets and its security group: moto makes them in every region."""
    ec2 = clients.of("ec2")
    vpc = ec2.describe_vpcs(Filters=[{"Name": "is-default", "Values": ["true"]}])["Vpcs"][0]["VpcId"]
    of_vpc = [{"Name": "vpc-id", "Values": [vpc]}]
    subnets = ec2.describe_subnets(Filters=of_vpc)["Subnets"]
    groups = ec2.describe_security_groups(Filters=of_vpc)["SecurityGroups"]
    return {
        "vpc_id": vpc,
        "subnet_ids": [each["SubnetId"] for each in sorted(subnets, key=lambda subnet: subnet["AvailabilityZone"])[:2]],
        "security_group_ids": [group["GroupId"] for group in groups if group["GroupName"] == "default"],
    }


def account_role(clients: Clients) -> str:
    """API Gateway's account setting, without which AWS refuses a REST stage that logs."""
    arn = role(clients, "apigateway-cloudwatch", "apigateway.amazonaws.com")
    pushes = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
    clients.of("iam").attach_role_policy(RoleName="apigateway-cloudwatch", PolicyArn=pushes)
    replacement = {"op": "replace", "path": "/cloudwatchRoleArn", "value": arn}
    clients.of("apigateway").update_account(patchOperations=[replacement])
    return arn


if __name__ == "__main__":
    print(json.dumps(prepared(sys.argv[1:])))
