"""Base of the tests that need a table: moto plays DynamoDB, with one table that has one string key."""

import json
import os
import sys
import unittest
from typing import Any

from moto import mock_aws

from events import CONTEXT, captured_log

os.environ["AWS_DEFAULT_REGION"] = "eu-west-1"


class TableTestCase(unittest.TestCase):
    VARIABLE: str
    HASH_KEY: str

    def setUp(self) -> None:
        mock = mock_aws()
        mock.start()
        self.addCleanup(mock.stop)
        os.environ[self.VARIABLE] = "Test_Table"
        sys.modules.pop("app", None)  # as a cold start: clients are made at import
        import app

        self.app = app
        self.table = app.TABLE
        self.table.meta.client.create_table(
            TableName="Test_Table",
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": self.HASH_KEY, "AttributeType": "S"}],
            KeySchema=[{"AttributeName": self.HASH_KEY, "KeyType": "HASH"}],
        )

    def call(self, event: Any) -> tuple[int, Any]:
        """The status and the decoded body; the log lines are kept in self.log."""
        with captured_log() as self.log:
            answer = self.app.handler(event, CONTEXT)
        self.assertEqual(answer["headers"], {"content-type": "application/json"})
        return answer["statusCode"], json.loads(answer["body"])

    def assert_refused(self, event: Any, status: int, message: str) -> None:
        self.assertEqual(self.call(event), (status, {"message": message}))
        self.assertEqual([line["refused"] for line in self.log], [message])

    def assert_failure_hidden(self, *events: Any) -> None:
        """Without its table the function answers 500, tells nothing, and logs the kind of failure but no value."""
        self.table.delete()
        for event in events:
            with self.subTest(event.get("version", "1.0")):
                self.assertEqual(self.call(event), (500, {"message": "Something went wrong!"}))
                self.assertEqual(len(self.log), 1)
                self.assertEqual(self.log[0]["level"], "ERROR")
                self.assertEqual(self.log[0]["requestId"], "lambda-request")
                self.assertEqual(self.log[0]["code"], "ResourceNotFoundException")
                self.assertRegex(self.log[0]["at"][-1], r"^\w+\.py:\d+ \w+$")
                self.assertNotIn("private", str(self.log))
