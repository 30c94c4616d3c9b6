"""The log of calls, and the pace."""

import unittest

from bed.pace import Pace
from tests.support import BedTest, Server, name


class CallsTest(BedTest):
    def test_a_call_that_is_sent_again_is_answered_as_before(self):
        iam = self.server.client("iam")
        one = name("again")

        def same(request, **_):
            request.headers["amz-sdk-invocation-id"] = one

        iam.meta.events.register("before-send.iam.CreateRole", same)
        try:
            first = iam.create_role(RoleName=one, AssumeRolePolicyDocument="{}")["Role"]
            again = iam.create_role(RoleName=one, AssumeRolePolicyDocument="{}")["Role"]
        finally:
            iam.meta.events.unregister("before-send.iam.CreateRole", same)
        self.assertEqual(first, again)
        self.refused(
            "EntityAlreadyExists", 409, iam.create_role, RoleName=one, AssumeRolePolicyDocument="{}"
        )

    def test_are_kept_in_order_and_by_name(self):
        self.server.page("calls", "DELETE")
        pool = self.cognito_idp.create_user_pool(PoolName="readers")["UserPool"]["Id"]
        client = self.cognito_idp.create_user_pool_client(UserPoolId=pool, ClientName="web")["UserPoolClient"][
            "ClientId"
        ]
        self.cognito_idp.describe_user_pool(UserPoolId=pool)
        self.cognito_idp.delete_user_pool_client(UserPoolId=pool, ClientId=client)
        made = self.apigateway.create_rest_api(name="logged")
        api = made["id"]
        books = self.apigateway.create_resource(restApiId=api, parentId=made["rootResourceId"], pathPart="books")["id"]
        self.apigateway.put_method(restApiId=api, resourceId=books, httpMethod="GET", authorizationType="NONE")
        self.refused(
            "ConflictException", 409, self.apigateway.create_resource,
            restApiId=api, parentId=made["rootResourceId"], pathPart="books",
        )  # fmt: skip
        http = self.apigatewayv2.create_api(Name="logged-http", ProtocolType="HTTP")["ApiId"]
        route = self.apigatewayv2.create_route(ApiId=http, RouteKey="GET /a")["RouteId"]
        self.apigatewayv2.delete_route(ApiId=http, RouteId=route)
        self.iam.create_role(RoleName="logged-role", AssumeRolePolicyDocument="{}")
        seen = [
            f"{each['service']} {each['action']} {each['subject']} {each['status']}"
            for each in self.server.page("calls")
        ]
        self.assertEqual(
            seen,
            [
                "cognito-idp CreateUserPool readers 200",
                "cognito-idp CreateUserPoolClient web 200",
                "cognito-idp DeleteUserPoolClient client:web 200",
                "apigateway CreateRestApi logged 200",
                "apigateway CreateResource /books 201",
                "apigateway PutMethod GET /books 201",
                "apigateway CreateResource /books 409",
                "apigatewayv2 CreateApi logged-http 200",
                "apigatewayv2 CreateRoute GET /a 200",
                "apigatewayv2 DeleteRoute route:GET /a 200",
                "iam CreateRole logged-role 200",
            ],
        )
        self.server.page("calls", "DELETE")
        self.assertEqual(self.server.page("calls"), [])


class QuotaTest(unittest.TestCase):
    def taken(self, action, seconds, asked=200):
        """How many of `asked` calls are taken at once, and how many more after `seconds`."""
        now = [0.0]
        pace = Pace(lambda: now[0])
        first = sum(pace.allows(action) for _ in range(asked))
        now[0] += seconds
        return first, sum(pace.allows(action) for _ in range(asked))

    def test_takes_40_calls_at_once_and_10_a_second(self):
        self.assertEqual(self.taken("GetMethod", 3), (40, 30))

    def test_holds_what_has_a_quota_of_its_own(self):
        self.assertEqual(self.taken("CreateResource", 1, 10), (5, 5))
        self.assertEqual(self.taken("PutRestApi", 2, 10), (1, 1))
        self.assertEqual(self.taken("CreateDeployment", 4.9, 10), (1, 0))
        self.assertEqual(self.taken("CreateDeployment", 5, 10), (1, 1))


class PaceTest(BedTest):
    def test_answers_429_beyond_the_quota(self):
        paced = Server("--pace")
        try:
            client = paced.client("apigateway")
            api = client.create_rest_api(name="paced")
            with self.assertRaisesRegex(Exception, "TooManyRequestsException"):
                for number in range(10):
                    client.create_resource(restApiId=api["id"], parentId=api["rootResourceId"], pathPart=f"r{number}")
        finally:
            paced.stop()
