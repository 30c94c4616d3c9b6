from decimal import Decimal

from boto3.dynamodb.types import Binary
from events import PAYLOADS
from table import TableTestCase


class GetItemsTest(TableTestCase):
    VARIABLE = "ITEMS_TABLE"
    HASH_KEY = "item_id"

    def put(self, **attributes: object) -> None:
        self.table.put_item(Item=attributes)

    def test_lists_an_empty_table(self) -> None:
        for payload, event in PAYLOADS.items():
            with self.subTest(payload):
                self.assertEqual(self.call(event("GET", "/items")), (200, {"items": []}))

    def test_lists_page_by_page(self) -> None:
        # Keys whose tokens hold the characters in which base64 and its url-safe form differ.
        for number in range(26):
            self.put(item_id=f"??>é{number:02}", name="Item")
        for payload, event in PAYLOADS.items():
            with self.subTest(payload):
                _, first = self.call(event("GET", "/items"))
                status, second = self.call(event("GET", "/items", query={"next": first["next"]}))
                ids = [item["item_id"] for item in first["items"] + second["items"]]

                self.assertEqual(status, 200)
                self.assertEqual(len(first["items"]), 25)
                self.assertNotIn("next", second)
                self.assertEqual(sorted(ids), [f"??>é{number:02}" for number in range(26)])

    def test_writes_every_type_of_dynamodb_as_json(self) -> None:
        self.put(item_id="1", whole=Decimal("3"), fraction=Decimal("0.25"), large=Decimal("1E+20"), tags={"b", "a"},
                 bytes=Binary(b"\x00\xff"), nothing=None, nested={"list": [Decimal("1.5"), True]})

        _, body = self.call(PAYLOADS["payload 2.0"]("GET", "/items"))

        self.assertEqual(body["items"], [{
            "item_id": "1", "whole": 3, "fraction": 0.25, "large": 10**20, "tags": ["a", "b"], "bytes": "AP8=",
            "nothing": None, "nested": {"list": [1.5, True]},
        }])

    def test_refuses_bad_paging(self) -> None:
        for payload, event in PAYLOADS.items():
            for query, message in (
                ({"limit": "1000"}, "limit must be a number from 1 to 100"),
                ({"limit": "1;2"}, "limit must be a number from 1 to 100"),
                ({"next": '{"item_id": "1"}'}, "next must be a token from an earlier answer"),
            ):
                with self.subTest(payload, query=query):
                    self.assert_refused(event("GET", "/items", query=query), 400, message)

    def test_hides_a_failure_of_the_table(self) -> None:
        self.assert_failure_hidden(*(event("GET", "/items") for event in PAYLOADS.values()))

    def test_logs_one_line(self) -> None:
        for payload, event in PAYLOADS.items():
            with self.subTest(payload):
                self.call(event("GET", "/items"))
                self.assertEqual(self.log, [{
                    "level": "INFO", "requestId": "lambda-request", "apiRequestId": "api-request",
                    "route": "GET /items", "status": 200,
                }])
