"""REST APIs' OpenAPI documents."""

import json

from tests.support import ACCOUNT, REGION, BedTest, name

POOL = f"arn:aws:cognito-idp:{REGION}:{ACCOUNT}:userpool/{REGION}_abc"
SCHEME = {
    "type": "apiKey",
    "name": "Authorization",
    "in": "header",
    "x-amazon-apigateway-authtype": "cognito_user_pools",
    "x-amazon-apigateway-authorizer": {"type": "cognito_user_pools", "providerARNs": [POOL]},
}
MOCK = {"type": "mock", "requestTemplates": {"application/json": '{"statusCode": 200}'}}


def operation(**more) -> dict:
    return {"responses": {}, "x-amazon-apigateway-integration": MOCK, **more}


class RestDocumentTest(BedTest):
    def setUp(self) -> None:
        self.name = name("document")
        self.api = self.apigateway.create_rest_api(name=self.name)["id"]

    def put(self, paths: dict, schemes: dict | None = None, mode: str = "overwrite", warnings: bool = True, **more):
        document = {
            "openapi": "3.0.1",
            "info": {"title": self.name, "version": "1"},
            "paths": paths,
            "components": {"securitySchemes": {"cognito": SCHEME} if schemes is None else schemes},
            **more,
        }
        return self.apigateway.put_rest_api(
            restApiId=self.api, mode=mode, failOnWarnings=warnings, body=json.dumps(document).encode()
        )

    def answers(self) -> list:
        deployment = self.apigateway.create_deployment(restApiId=self.api)["id"]
        stage = name("v")
        self.apigateway.create_stage(restApiId=self.api, stageName=stage, deploymentId=deployment)
        found = self.server.page(f"stage?api={self.name}&stage={stage}")
        return [(each["method"], each["path"], each["authorization"], each["scopes"]) for each in found]

    def test_makes_what_the_document_describes(self):
        secured = operation(security=[{"cognito": ["b/r"]}])
        self.put({"/a/{id}": {"get": secured}, "/{proxy+}": {"x-amazon-apigateway-any-method": operation()}})
        expected = [("GET", "/a/{id}", "COGNITO_USER_POOLS", ["b/r"]), ("ANY", "/{proxy+}", "NONE", [])]
        self.assertEqual(self.answers(), expected)

    def test_takes_away_what_the_document_lacks(self):
        self.put({"/a": {"get": operation()}, "/b": {"get": operation()}})
        self.put({"/b": {"get": operation()}})
        self.assertEqual(self.answers(), [("GET", "/b", "NONE", [])])

    def test_merges_where_it_is_told_to(self):
        self.put({"/a": {"get": operation()}})
        self.put({"/b": {"get": operation()}}, mode="merge")
        self.assertEqual([path for _, path, _, _ in self.answers()], ["/a", "/b"])

    def test_takes_security_at_the_root_for_nothing(self):
        self.put({"/a": {"get": operation()}}, security=[{"cognito": []}])
        self.assertEqual(self.answers(), [("GET", "/a", "NONE", [])])

    def test_leaves_a_route_open_whose_scheme_it_does_not_understand(self):
        paths = {"/a": {"get": operation(security=[{"login": []}])}}
        schemes = {"login": {"type": "http", "scheme": "bearer"}}
        self.put(paths, schemes, warnings=False)
        self.assertEqual(self.answers(), [("GET", "/a", "NONE", [])])
        self.refused("BadRequestException", 400, self.put, paths=paths, schemes=schemes)
        self.refused("BadRequestException", 400, self.put, paths=paths, schemes={})

    def test_refuses_what_cannot_be_a_path(self):
        for paths in (["/x{id}"], ["/a~b"], ["/{all+}/b"], ["/a/{id}", "/a/{n}/b"]):
            self.refused("BadRequestException", 400, self.put, paths={path: {"get": operation()} for path in paths})

    def test_resets_what_the_document_does_not_say(self):
        operations = [
            {"op": "replace", "path": "/description", "value": "books"},
            {"op": "replace", "path": "/disableExecuteApiEndpoint", "value": "true"},
        ]
        self.apigateway.update_rest_api(restApiId=self.api, patchOperations=operations)
        told = self.put({}, **{"x-amazon-apigateway-binary-media-types": ["image/png"]})
        self.assertEqual(told.get("description"), None)
        self.assertEqual(told["disableExecuteApiEndpoint"], False)
        self.assertEqual(told["binaryMediaTypes"], ["image/png"])

    def test_makes_gateway_responses_and_validators(self):
        self.put(
            {"/a": {"get": operation(**{"x-amazon-apigateway-request-validator": "all"})}},
            **{
                "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": {"statusCode": "400"}},
                "x-amazon-apigateway-request-validators": {"all": {"validateRequestParameters": True}},
            },
        )
        responses = self.apigateway.get_gateway_responses(restApiId=self.api)["items"]
        validators = self.apigateway.get_request_validators(restApiId=self.api)["items"]
        self.assertEqual([each["responseType"] for each in responses], ["DEFAULT_4XX"])
        self.assertEqual([each["name"] for each in validators], ["all"])
