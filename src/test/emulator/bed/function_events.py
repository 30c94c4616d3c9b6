"""What calls Lambda functions beside an API: event source mappings, schedules, subscriptions of topics."""

import json
import re
from urllib.parse import unquote

from moto.awslambda import models as functions
from moto.awslambda.responses import LambdaResponse
from moto.iam.models import iam_backends
from moto.scheduler.models import EventBridgeSchedulerBackend
from moto.sns.models import SNSBackend, Topic, sns_backends
from moto.sqs.models import sqs_backends

from bed.common import ACCOUNT, before, refuse

INVALID = "InvalidParameterValueException"
QUEUE_ACTIONS = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")


def mappings_call_nobody() -> None:
    """AWS: a mapping names the function or the alias that it was made for, once for each source, and tells all of its
    settings (https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html).
    moto: starts the function in Docker when a message or an item comes, takes a second mapping, forgets the alias, knows
    no queues of other accounts, and tells of no setting of a stream that nobody has set."""

    def create_event_source_mapping(self, spec: dict):
        function = self.get_function(spec["FunctionName"])
        called = spec["FunctionName"] if spec["FunctionName"].startswith("arn:") else function.function_arn
        for other in self._event_source_mappings.values():
            if (other.event_source_arn, other.function_arn) == (spec["EventSourceArn"], called):
                taken = f"An event source mapping for {other.event_source_arn} and {called} already exists."
                refuse("ResourceConflictException", taken, 409)
        told = {**spec, "RegionName": self.region_name, "AccountId": self.account_id, "FunctionArn": called}
        mapping = functions.EventSourceMapping(told)
        self._event_source_mappings[mapping.uuid] = mapping
        return mapping

    update = functions.LambdaBackend.update_event_source_mapping

    def update_event_source_mapping(self, uuid: str, spec: dict):
        mapping = update(self, uuid, spec)
        if mapping and spec.get("FunctionName", "").startswith("arn:"):
            mapping.function_arn = spec["FunctionName"]
        return mapping

    configuration = functions.EventSourceMapping.get_configuration

    def get_configuration(self) -> dict:
        told = {"MaximumBatchingWindowInSeconds": 0, "FunctionResponseTypes": [], **configuration(self)}
        if "sqs" in told["EventSourceArn"]:
            told.pop("StartingPosition", None)
        else:
            told.setdefault("BisectBatchOnFunctionError", False)
        return told

    functions.LambdaBackend.create_event_source_mapping = create_event_source_mapping
    functions.LambdaBackend.update_event_source_mapping = update_event_source_mapping
    functions.EventSourceMapping.get_configuration = get_configuration


def queues_are_checked() -> None:
    """AWS: Lambda empties a queue that is there, by the function's role, in calls that end before the queue's visibility
    timeout does; more than 10 messages need a window, and a FIFO queue has neither
    (https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html; wording from memory).
    moto: looks at none of it."""

    @before(functions.LambdaBackend, "create_event_source_mapping")
    def created(self, given) -> None:
        check(self, given.spec["EventSourceArn"], given.spec["FunctionName"], given.spec)

    @before(functions.LambdaBackend, "update_event_source_mapping")
    def updated(self, given) -> None:
        mapping = self.get_event_source_mapping(given.uuid)
        if mapping:
            told = {**mapping.get_configuration(), **given.spec}
            check(self, mapping.event_source_arn, mapping.function_arn, told)

    def check(backend, source: str, called: str, told: dict) -> None:
        if ":sqs:" not in source:
            return
        size, window = told.get("BatchSize", 10), told.get("MaximumBatchingWindowInSeconds", 0)
        if source.endswith(".fifo") and (size > 10 or window):
            refuse(INVALID, "Batching window is not supported for FIFO queues, nor a batch of more than 10.")
        if size > 10 and not window:
            refuse(INVALID, "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10")
        function = backend.get_function(called)
        granted(function.role, source, QUEUE_ACTIONS)
        _, _, _, region, account, name = source.split(":")
        queue = sqs_backends[account][region].queues.get(name)
        if queue is None and account == ACCOUNT:
            refuse(INVALID, "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue.")
        if queue is not None and queue.visibility_timeout < function.timeout:
            refuse(
                INVALID,
                f"Queue visibility timeout: {queue.visibility_timeout} seconds is less than Function timeout:"
                f" {function.timeout} seconds",
            )


def schedules_are_checked() -> None:
    """AWS: a schedule has a name of 64 characters, an expression that can be read, and a role that Scheduler may take on
    (https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html; wording from memory).
    moto: takes any."""
    expression = re.compile(
        r"rate\([1-9][0-9]* (minutes?|hours?|days?)\)|at\(\S+\)|cron\((\S+ \S+ \S+ \S+ \? \S+|\S+ \S+ \? \S+ \S+ \S+)\)"
    )

    @before(EventBridgeSchedulerBackend, "create_schedule")
    def created(self, given) -> None:
        if not re.fullmatch(r"[0-9a-zA-Z-_.]{1,64}", given.name):
            refuse("ValidationException", f"Invalid schedule name {given.name}.")
        check(given)

    @before(EventBridgeSchedulerBackend, "update_schedule")
    def updated(self, given) -> None:
        check(given)

    def check(given) -> None:
        if not expression.fullmatch(given.schedule_expression):
            refuse("ValidationException", f"Invalid Schedule Expression {given.schedule_expression}.")
        role = role_of(given.target["RoleArn"])
        if role is None or "scheduler.amazonaws.com" not in str(role.assume_role_policy_document):
            refuse(
                "ValidationException",
                "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.",
            )


def topics_of_others_are_there() -> None:
    """AWS: a topic of another account takes a subscription if its policy says so
    (https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html).
    moto: knows no topic that it has not made."""

    @before(SNSBackend, "subscribe")
    def subscribed(self, given) -> None:
        account, name = given.topic_arn.split(":")[4:6]
        topics = sns_backends[account][self.region_name].topics
        if account != ACCOUNT and given.topic_arn not in topics:
            topics[given.topic_arn] = Topic(name, sns_backends[account][self.region_name])


def streams_are_checked() -> None:
    """AWS: Lambda reads a stream by the function's role, which sends on what it gives up
    (https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html, with-kinesis.html; wording from memory).
    moto: looks at neither."""

    @before(functions.LambdaBackend, "create_event_source_mapping")
    def created(self, given) -> None:
        check(self, given.spec["EventSourceArn"], given.spec["FunctionName"], given.spec)

    @before(functions.LambdaBackend, "update_event_source_mapping")
    def updated(self, given) -> None:
        mapping = self.get_event_source_mapping(given.uuid)
        if mapping:
            check(self, mapping.event_source_arn, given.spec.get("FunctionName", mapping.function_arn), given.spec)

    def check(backend, source: str, called: str, told: dict) -> None:
        role = backend.get_function(called).role
        if ":dynamodb:" in source:
            granted(role, source.partition("/stream/")[0] + "/stream/", ("dynamodb:GetRecords", "dynamodb:DescribeStream"))
        elif ":kinesis:" in source:
            granted(role, source, ("kinesis:GetRecords", "kinesis:DescribeStream"))
        sends(role, ((told.get("DestinationConfig") or {}).get("OnFailure") or {}).get("Destination"))


def calls_without_an_answer_are_configured() -> None:
    """AWS: a function and each of its aliases have one configuration for callers that do not wait, and the role may send
    to its destinations, which are not FIFO
    (https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html; wording from memory).
    moto: knows no aliases, answers the first configuration for ever, and looks at no role."""

    def put_function_event_invoke_config(self):
        function, qualifier = asked(self)
        destinations = self.json_body.get("DestinationConfig") or {}
        for one in destinations.values():
            sends(function.role, one.get("Destination"))
        kept = {
            "MaximumEventAgeInSeconds": 21_600,
            "MaximumRetryAttempts": 2,
            **{key: value for key, value in self.json_body.items() if value is not None},
        }
        invocations(self.backend.get_function(function.function_name))[qualifier] = kept
        return json.dumps(told(function, qualifier, kept))

    def get_function_event_invoke_config(self):
        function, qualifier = asked(self)
        kept = invocations(self.backend.get_function(function.function_name)).get(qualifier)
        if kept is None:
            missing = f"The function {function.function_arn} doesn't have an EventInvokeConfig"
            refuse("ResourceNotFoundException", missing, 404)
        return json.dumps(told(function, qualifier, kept))

    def delete_function_event_invoke_config(self):
        function, qualifier = asked(self)
        invocations(self.backend.get_function(function.function_name)).pop(qualifier, None)
        return 204, {"status": 204}, ""

    def asked(response) -> tuple:
        name = unquote(response.path.rsplit("/", 2)[-2])
        qualifier = response._get_param("Qualifier") or "$LATEST"
        return response.backend.get_function(name, qualifier), qualifier

    def told(function, qualifier: str, kept: dict) -> dict:
        arn = function.function_arn.rpartition(":function:")[0] + f":function:{function.function_name}:{qualifier}"
        return {**kept, "FunctionArn": arn, "LastModified": 1_795_000_000}

    for action in (
        put_function_event_invoke_config,
        get_function_event_invoke_config,
        delete_function_event_invoke_config,
    ):
        setattr(LambdaResponse, action.__name__, action)


def invocations(function) -> dict[str, dict]:
    """The configuration for callers that do not wait, by the alias or version."""
    return function.__dict__.setdefault("invocations", {})


def sends(role_arn: str, destination: str | None) -> None:
    """Refuses unless the role may send to the destination, where there is one."""
    if not destination:
        return
    if destination.endswith(".fifo"):
        refuse(INVALID, "The destination is FIFO, which Lambda does not send to.")
    actions = {"sqs": "sqs:SendMessage", "sns": "sns:Publish", "events": "events:PutEvents"}
    granted(role_arn, destination, (actions.get(destination.split(":")[2], "lambda:InvokeFunction"),))


def role_of(arn: str):
    return next((role for role in iam_backends[ACCOUNT]["aws"].roles.values() if role.arn == arn), None)


def granted(role_arn: str, resource: str, actions: tuple[str, ...]) -> None:
    """Refuses unless the role, where it is one of ours, names the resource and the actions."""
    role = role_of(role_arn)
    policies = [str(policy) for policy in role.policies.values()] if role else []
    for action in actions:
        if role is not None and not any(resource in policy and action in policy for policy in policies):
            refuse(INVALID, f"The provided execution role does not have permissions to call {action} on {resource}")


PATCHES = [
    mappings_call_nobody,
    queues_are_checked,
    streams_are_checked,
    calls_without_an_answer_are_configured,
    schedules_are_checked,
    topics_of_others_are_there,
]
