"""What calls functions beside an API: mappings, schedules, topics, and calls without an answer."""

import json

from tests.support import ACCOUNT, REGION, BedTest, name, shared

INVALID = "InvalidParameterValueException"


class FunctionEventsTest(BedTest):
    def granting(self, resource: str, *actions: str) -> str:
        """A function's role that may do this."""
        role = self.role()
        statement = {"Effect": "Allow", "Action": list(actions), "Resource": resource}
        self.iam.put_role_policy(
            RoleName=role.rpartition("/")[2],
            PolicyName="function",
            PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [statement]}),
        )
        return role

    def queue(self, visibility: int = 30) -> str:
        called = name("queue")
        attributes = {"VisibilityTimeout": str(visibility)}
        shared().client("sqs").create_queue(QueueName=called, Attributes=attributes)
        return f"arn:aws:sqs:{REGION}:{ACCOUNT}:{called}"

    def test_a_queue_is_emptied_by_whom_may(self):
        queue = self.queue()
        actions = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
        role = self.granting(queue, *actions)
        function = self.function(Role=role)
        create = self.functions.create_event_source_mapping
        self.refused(INVALID, 400, create, FunctionName=self.function(), EventSourceArn=queue)
        self.refused(INVALID, 400, create, FunctionName=function, EventSourceArn=f"{queue}-none")
        self.refused(INVALID, 400, create, FunctionName=function, EventSourceArn=queue, BatchSize=11)
        slow = self.function(Role=role, Timeout=31)
        self.refused(INVALID, 400, create, FunctionName=slow, EventSourceArn=queue)
        made = create(FunctionName=function, EventSourceArn=queue)
        self.assertEqual((function, 10), (made["FunctionArn"], made["BatchSize"]))
        self.refused("ResourceConflictException", 409, create, FunctionName=function, EventSourceArn=queue)
        self.refused(INVALID, 400, self.functions.update_event_source_mapping, UUID=made["UUID"], BatchSize=11)

    def test_a_fifo_queue_has_no_window(self):
        queue = f"arn:aws:sqs:{REGION}:111122223333:orders.fifo"
        role = self.granting(queue, "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
        create = self.functions.create_event_source_mapping
        asked = {"FunctionName": self.function(Role=role), "EventSourceArn": queue}
        self.refused(INVALID, 400, create, **asked, MaximumBatchingWindowInSeconds=1)
        create(**asked)

    def test_a_stream_is_read_by_whom_may_and_calls_the_alias(self):
        stream = f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{name('stream')}"
        function = self.function(Role=self.granting(stream, "kinesis:GetRecords", "kinesis:DescribeStream"), Publish=True)
        called = function.rpartition(":")[2]
        alias = self.functions.create_alias(FunctionName=called, Name="live", FunctionVersion="1")["AliasArn"]
        create = self.functions.create_event_source_mapping
        asked = {"EventSourceArn": stream, "StartingPosition": "LATEST"}
        self.refused(INVALID, 400, create, FunctionName=self.function(), **asked)
        lost = {"OnFailure": {"Destination": f"arn:aws:sqs:{REGION}:{ACCOUNT}:lost"}}
        self.refused(INVALID, 400, create, FunctionName=alias, DestinationConfig=lost, **asked)
        made = create(FunctionName=alias, **asked)
        self.assertEqual((alias, False), (made["FunctionArn"], made["BisectBatchOnFunctionError"]))

    def test_a_schedule_calls_by_a_role(self):
        create = shared().client("scheduler").create_schedule
        target = {"Arn": self.function(), "RoleArn": self.role("scheduler.amazonaws.com")}
        asked = {"FlexibleTimeWindow": {"Mode": "OFF"}, "ScheduleExpression": "rate(1 day)", "Target": target}
        for wrong in (
            {"Name": "x" * 65},
            {"ScheduleExpression": "daily"},
            {"Target": {**target, "RoleArn": self.role()}},
        ):
            self.refused("ValidationException", 400, create, **{"Name": name("schedule"), **asked, **wrong})
        create(Name=name("schedule"), **asked)

    def test_a_topic_of_others_takes_a_subscription(self):
        subscribe = shared().client("sns").subscribe
        asked = {"Protocol": "lambda", "Endpoint": self.function()}
        subscribe(TopicArn=f"arn:aws:sns:{REGION}:111122223333:news", **asked)
        with self.assertRaisesRegex(Exception, "NotFound"):
            subscribe(TopicArn=f"arn:aws:sns:{REGION}:{ACCOUNT}:none", **asked)

    def test_calls_without_an_answer_are_configured_once_an_alias(self):
        lost = f"arn:aws:sqs:{REGION}:{ACCOUNT}:lost"
        put, get = self.functions.put_function_event_invoke_config, self.functions.get_function_event_invoke_config
        destinations = {"OnFailure": {"Destination": lost}}
        self.refused(INVALID, 400, put, FunctionName=self.function(), DestinationConfig=destinations)
        called = self.function(Role=self.granting(lost, "sqs:SendMessage"), Publish=True).rpartition(":")[2]
        self.functions.create_alias(FunctionName=called, Name="live", FunctionVersion="1")
        put(FunctionName=called, Qualifier="live", MaximumRetryAttempts=0, DestinationConfig=destinations)
        self.assertEqual(0, get(FunctionName=called, Qualifier="live")["MaximumRetryAttempts"])
        self.refused("ResourceNotFoundException", 404, get, FunctionName=called)
        self.functions.delete_function_event_invoke_config(FunctionName=called, Qualifier="live")
        self.refused("ResourceNotFoundException", 404, get, FunctionName=called, Qualifier="live")
