from events import PAYLOADS, payload_1, payload_2
from table import TableTestCase

EMMA = {"book_id": "emma", "title": "Emma"}


class RoutesTest(TableTestCase):
    VARIABLE = "DYNAMODB_TABLE"
    HASH_KEY = "book_id"

    def setUp(self) -> None:
        super().setUp()
        self.table.put_item(Item=EMMA)

    def test_does_not_know_other_routes(self) -> None:
        for payload, event in PAYLOADS.items():
            for method, route in (("GET", "/"), ("PUT", "/book"), ("POST", "/books"), ("GET", "/book/{book_id}/pages"),
                                  ("get", "/books"), ("GET", "/BOOKS")):
                with self.subTest(payload, method=method, route=route):
                    self.assert_refused(event(method, route), 404, "no such route")

    def test_ignores_the_named_stage_of_an_http_api(self) -> None:
        event = payload_2("GET", "/books", stage="dev")
        self.assertEqual(self.call(event), (200, {"books": [EMMA]}))

    def test_ignores_the_base_path_of_a_custom_domain(self) -> None:
        event = payload_1("GET", "/books", path="/v1/books")
        self.assertEqual(self.call(event), (200, {"books": [EMMA]}))

    def test_finds_its_way_behind_catch_all_routes(self) -> None:
        for name, event in {
            "REST {proxy+}": payload_1("GET", "/{proxy+}", path="/book/emma", path_parameters={"proxy": "book/emma"}),
            "HTTP {proxy+}": payload_2("GET", "/{proxy+}", path="/book/emma", path_parameters={"proxy": "book/emma"}),
            "$default": payload_2("GET", "$default", path="/book/emma"),
            "$default of a stage": payload_2("GET", "$default", path="/book/emma", stage="dev"),
            "a stage named as a route": payload_2("GET", "$default", path="/book/emma", stage="book"),
            "trailing slash": payload_1("GET", "/{proxy+}", path="/book/emma/"),
        }.items():
            with self.subTest(name):
                self.assertEqual(self.call(event), (200, EMMA))

    def test_does_not_take_a_path_for_a_stage(self) -> None:
        event = payload_2("GET", "$default", path="/books")
        event["requestContext"]["stage"] = "bo"  # as behind a custom domain, whose paths name no stage
        self.assertEqual(self.call(event)[0], 200)

    def test_reads_the_method_of_an_any_route(self) -> None:
        event = payload_2("ANY", "/books")
        event["requestContext"]["http"]["method"] = "GET"
        self.assertEqual(self.call(event)[0], 200)
