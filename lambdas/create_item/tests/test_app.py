import base64
import json
import uuid

from events import PAYLOADS
from table import TableTestCase

OTHERS = "an item may hold only name, description"
NAME = "name must be a text that is not empty"
DESCRIPTION = "description must be a text that is not empty"


def item(**attributes: object) -> str:
    return json.dumps({"name": "Lamp", "description": "A lamp", **attributes})


REFUSED = [
    (None, 400, "body is required"),
    ("{", 400, "body is not valid JSON"),
    ("[]", 400, "body must be a JSON object"),
    ("{}", 400, NAME),
    ('{"name": "Lamp"}', 400, DESCRIPTION),
    (item(name=""), 400, NAME),
    (item(name=1), 400, NAME),
    (item(name=["Lamp"]), 400, NAME),
    (item(name="x" * 201), 400, "name is longer than 200 characters"),
    (item(description=None), 400, DESCRIPTION),
    (item(description={"S": "A lamp"}), 400, DESCRIPTION),
    (item(description="x" * 2001), 400, "description is longer than 2000 characters"),
    (item(item_id="mine"), 400, OTHERS),
    (item(**{":v": "x", "#n": "y"}), 400, OTHERS),
    (item(**{"": "no name"}), 400, OTHERS),
    (item(description="x" * 65536), 413, "body is larger than 65536 bytes"),
]


class CreateItemTest(TableTestCase):
    VARIABLE = "ITEMS_TABLE"
    HASH_KEY = "item_id"

    def create(self, event, body: str | None, is_base64: bool = False) -> tuple[int, dict]:
        return self.call(event("POST", "/items/create", body=body, is_base64=is_base64))

    def test_creates_an_item_under_an_id_of_its_own(self) -> None:
        for payload, event in PAYLOADS.items():
            with self.subTest(payload):
                status, created = self.create(event, item())
                _, another = self.create(event, item())

                self.assertEqual(status, 201)
                self.assertEqual(str(uuid.UUID(created["item_id"])), created["item_id"])
                self.assertEqual(self.table.get_item(Key={"item_id": created["item_id"]})["Item"], created)
                self.assertNotEqual(created["item_id"], another["item_id"])

    def test_reads_a_base64_body(self) -> None:
        for payload, event in PAYLOADS.items():
            with self.subTest(payload):
                body = base64.b64encode('{"name": "Lämp", "description": "💡"}'.encode()).decode()
                status, created = self.create(event, body, is_base64=True)

                self.assertEqual(status, 201)
                self.assertEqual((created["name"], created["description"]), ("Lämp", "💡"))

    def test_refuses_bad_bodies(self) -> None:
        for payload, event in PAYLOADS.items():
            for body, status, message in REFUSED:
                with self.subTest(payload, body=str(body)[:80]):
                    self.assert_refused(event("POST", "/items/create", body=body), status, message)
        self.assertEqual(self.table.scan()["Items"], [])

    def test_hides_a_failure_of_the_table(self) -> None:
        body = item(name="private")
        self.assert_failure_hidden(*(event("POST", "/items/create", body=body) for event in PAYLOADS.values()))

    def test_logs_one_line_without_the_body(self) -> None:
        for payload, event in PAYLOADS.items():
            with self.subTest(payload):
                self.create(event, item(name="private"))
                self.assertEqual(self.log, [{
                    "level": "INFO", "requestId": "lambda-request", "apiRequestId": "api-request",
                    "route": "POST /items/create", "status": 201,
                }])
