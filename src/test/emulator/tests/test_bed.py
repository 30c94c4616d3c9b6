"""The bed's own pages: the log of calls, the account by name, and the pace."""

from tests.support import BedTest, Server, name


class CallsTest(BedTest):
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


class AccountTest(BedTest):
    def make(self, server: Server) -> None:
        """A little of everything, with ids of its own at each run."""
        cognito, rest, http = (server.client(each) for each in ("cognito-idp", "apigateway", "apigatewayv2"))
        pool = cognito.create_user_pool(PoolName="books")["UserPool"]
        cognito.create_user_pool_client(UserPoolId=pool["Id"], ClientName="web", GenerateSecret=True)
        cognito.create_user_pool_domain(UserPoolId=pool["Id"], Domain="books-of-mine")
        server.client("ssm").put_parameter(Name="/auth/pool", Value=pool["Id"], Type="String")
        api = rest.create_rest_api(name="books")
        resource = rest.create_resource(restApiId=api["id"], parentId=api["rootResourceId"], pathPart="books")["id"]
        authorizer = rest.create_authorizer(
            restApiId=api["id"], name="cognito", type="COGNITO_USER_POOLS", providerARNs=[pool["Arn"]]
        )["id"]
        rest.put_method(
            restApiId=api["id"],
            resourceId=resource,
            httpMethod="GET",
            authorizationType="COGNITO_USER_POOLS",
            authorizerId=authorizer,
        )
        rest.put_integration(restApiId=api["id"], resourceId=resource, httpMethod="GET", type="MOCK")
        deployment = rest.create_deployment(restApiId=api["id"])["id"]
        rest.create_stage(restApiId=api["id"], stageName="v1", deploymentId=deployment)
        made = http.create_api(Name="books", ProtocolType="HTTP")["ApiId"]
        uri = "arn:aws:lambda:eu-west-1:123456789012:function:f"
        integration = http.create_integration(ApiId=made, IntegrationType="AWS_PROXY", IntegrationUri=uri)[
            "IntegrationId"
        ]
        http.create_route(ApiId=made, RouteKey="GET /a", Target=f"integrations/{integration}")
        ec2 = server.client("ec2")
        [subnet] = [each for each in ec2.describe_subnets()["Subnets"] if each["AvailabilityZone"] == "eu-west-1a"]
        server.client("ssm").put_parameter(Name="/net/subnet", Value=subnet["SubnetId"], Type="String")
        server.client("acm").request_certificate(DomainName="api.example.com")

    def test_two_histories_are_told_alike(self):
        one, other = Server(), Server()
        try:
            self.make(one)
            other.client("apigateway").create_rest_api(name="other")
            self.make(other)
            self.assertNotEqual(one.page("account"), other.page("account"))
            client = other.client("apigateway")
            [api] = [each["id"] for each in client.get_rest_apis()["items"] if each["name"] == "other"]
            client.delete_rest_api(restApiId=api)
            self.assertEqual(one.page("account"), other.page("account"))
            account = one.page("account")
            self.assertEqual(account["parameters"]["eu-west-1"]["/auth/pool"]["value"], "pool:books")
            self.assertEqual(account["parameters"]["eu-west-1"]["/net/subnet"]["value"], "subnet:eu-west-1a")
            stage = account["rest"]["eu-west-1"]["apis"]["books"]["stages"]["v1"]
            self.assertEqual(stage["snapshot"]["resources"]["/books"]["GET"]["authorizerId"], "authorizer:cognito")
        finally:
            one.stop()
            other.stop()

    def test_a_second_deployment_shows(self):
        api = self.apigateway.create_rest_api(name=name("rest"))
        resource = self.apigateway.create_resource(restApiId=api["id"], parentId=api["rootResourceId"], pathPart="a")[
            "id"
        ]
        self.apigateway.put_method(restApiId=api["id"], resourceId=resource, httpMethod="GET", authorizationType="NONE")
        self.apigateway.put_integration(restApiId=api["id"], resourceId=resource, httpMethod="GET", type="MOCK")
        for _ in range(2):
            self.apigateway.create_deployment(restApiId=api["id"])
        told = self.server.page("account")["rest"]["eu-west-1"]["apis"][api["name"]]
        self.assertEqual(len(told["deployments"]), 2)


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
