"""CloudWatch's log groups, as API Gateway makes and fills them."""

import json

from moto.apigateway import models as rest
from moto.apigatewayv2 import models as http
from moto.apigatewayv2 import responses as http_responses
from moto.logs import models as logs

from bed.common import ACCOUNT, before, refuse

POLICY_LENGTH = 5120
DELIVERED = "/aws/vendedlogs/"


def stage_that_logs_has_a_group() -> None:
    """AWS: API Gateway makes API-Gateway-Execution-Logs_ID/STAGE, which keeps entries for ever, when a stage's execution
    log is switched on and the group is not there
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html).
    moto: makes none."""
    update = rest.APIGatewayBackend.update_stage

    def update_stage(self, function_id, stage_name, patch_operations):
        updated = update(self, function_id, stage_name, patch_operations)
        name = f"API-Gateway-Execution-Logs_{function_id}/{stage_name}"
        groups = logs.logs_backends[ACCOUNT][self.region_name]
        switched_on = any(
            operation["path"].endswith("/logging/loglevel") and operation.get("value") in ("ERROR", "INFO")
            for operation in patch_operations or []
        )
        if switched_on and name not in groups.groups:
            groups.create_log_group(name, {})
        return updated

    rest.APIGatewayBackend.update_stage = update_stage


def delivered_logs_share_a_policy() -> None:
    """AWS: what an HTTP API's stage logs to is written into one resource policy of the region, of at most 5,120
    characters, but for groups below /aws/vendedlogs/: "Cannot enable logging. Policy document length breaking
    Cloudwatch Logs Constraints, either < 1 or > 5120"
    (https://github.com/serverless/serverless/issues/10469,
    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html).
    moto: has no such policy."""

    @before(http.ApiGatewayV2Backend, "create_stage")
    def made(self, given) -> None:
        deliver(self.region_name, given.config.get("accessLogSettings") or {})

    update = http_responses.ApiGatewayV2Response.update_stage

    def update_stage(self):
        deliver(self.region, json.loads(self.body).get("accessLogSettings") or {})
        return update(self)

    def deliver(region: str, settings: dict) -> None:
        destination = settings.get("destinationArn") or ""
        name = destination.partition(":log-group:")[2]
        if not name or name.startswith(DELIVERED):
            return
        backend = logs.logs_backends[ACCOUNT][region]
        destinations = getattr(backend, "delivered_to", []) + [destination]
        if len(policy(destinations)) > POLICY_LENGTH:
            refuse(
                "BadRequestException",
                "Cannot enable logging. Policy document length breaking Cloudwatch Logs Constraints, either < 1 or >"
                f" {POLICY_LENGTH}",
            )
        backend.delivered_to = list(dict.fromkeys(destinations))

    http_responses.ApiGatewayV2Response.update_stage = update_stage


def policy(destinations: list[str]) -> str:
    statement = {
        "Sid": "AWSLogDeliveryWrite20150319",
        "Effect": "Allow",
        "Principal": {"Service": "delivery.logs.amazonaws.com"},
        "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
        "Resource": [f"{each}:log-stream:*" for each in dict.fromkeys(destinations)],
        "Condition": {"StringEquals": {"aws:SourceAccount": ACCOUNT}},
    }
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]}, separators=(",", ":"))


PATCHES = [
    stage_that_logs_has_a_group,
    delivered_logs_share_a_policy,
]
