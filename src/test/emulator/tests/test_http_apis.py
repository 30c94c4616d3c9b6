"""HTTP APIs: what is in use stays, keys do not conflict, and what a stage answers."""

from tests.support import ACCOUNT, REGION, BedTest, name


class HttpApiTest(BedTest):
    def setUp(self) -> None:
        self.name = name("http")
        self.api = self.apigatewayv2.create_api(Name=self.name, ProtocolType="HTTP")["ApiId"]

    def integration(self, function: str | None = None) -> str:
        uri = function or f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:missing"
        made = self.apigatewayv2.create_integration(
            ApiId=self.api, IntegrationType="AWS_PROXY", IntegrationUri=uri, PayloadFormatVersion="2.0"
        )
        return made["IntegrationId"]

    def authorizer(self, called: str = "cognito") -> str:
        made = self.apigatewayv2.create_authorizer(
            ApiId=self.api,
            Name=called,
            AuthorizerType="JWT",
            IdentitySource=["$request.header.Authorization"],
            JwtConfiguration={"Issuer": "https://issuer.example", "Audience": ["a"]},
        )
        return made["AuthorizerId"]

    def route(self, key: str, **more) -> str:
        return self.apigatewayv2.create_route(ApiId=self.api, RouteKey=key, **more)["RouteId"]

    def stage(self, **more) -> None:
        self.apigatewayv2.create_stage(ApiId=self.api, StageName="$default", AutoDeploy=True, **more)

    def answers(self) -> list:
        return self.server.page(f"stage?api={self.api}&stage=$default")

    def test_keeps_an_integration_that_a_route_calls(self):
        integration = self.integration()
        route = self.route("GET /a", Target=f"integrations/{integration}")
        delete = self.apigatewayv2.delete_integration
        self.refused("ConflictException", 409, delete, ApiId=self.api, IntegrationId=integration)
        self.apigatewayv2.delete_route(ApiId=self.api, RouteId=route)
        delete(ApiId=self.api, IntegrationId=integration)

    def test_a_tag_may_look_like_a_host_of_another_region(self):
        self.stage(Tags={"111122223333.dkr.ecr.ap-south-1.amazonaws.com/app": "a", "left": "b"})
        stage = f"arn:aws:apigateway:{REGION}::/apis/{self.api}/stages/$default"
        self.apigatewayv2.untag_resource(
            ResourceArn=stage, TagKeys=["111122223333.dkr.ecr.ap-south-1.amazonaws.com/app"]
        )
        self.assertEqual(self.apigatewayv2.get_stage(ApiId=self.api, StageName="$default")["Tags"], {"left": "b"})

    def test_keeps_an_authorizer_that_a_route_names(self):
        authorizer = self.authorizer()
        route = self.route("GET /a", AuthorizationType="JWT", AuthorizerId=authorizer, AuthorizationScopes=["s/a"])
        delete = self.apigatewayv2.delete_authorizer
        self.refused("ConflictException", 409, delete, ApiId=self.api, AuthorizerId=authorizer)
        opened = self.apigatewayv2.update_route(
            ApiId=self.api, RouteId=route, AuthorizationType="NONE", AuthorizationScopes=[]
        )
        self.assertEqual(opened.get("AuthorizationScopes"), [])
        self.assertIsNone(opened.get("AuthorizerId"))
        delete(ApiId=self.api, AuthorizerId=authorizer)

    def test_has_no_two_authorizers_of_one_name(self):
        self.authorizer("cognito")
        with self.assertRaisesRegex(Exception, "must be unique"):
            self.authorizer("cognito")

    def test_refuses_keys_that_conflict(self):
        kept = self.route("GET /books/{id}")
        self.refused("ConflictException", 409, self.route, key="GET /books/{id}")
        message = self.refused("ConflictException", 409, self.route, key="GET /books/{book_id}")
        self.assertIn("on the same hierarchical level", message)
        self.refused("ConflictException", 409, self.route, key="GET /books/{book_id}/pages")
        self.route("GET /books/{id}/pages")
        self.route("GET /books/{proxy+}")
        self.route("POST /books/{book_id}")
        self.apigatewayv2.delete_route(ApiId=self.api, RouteId=kept)

    def test_a_renamed_variable_is_no_conflict_with_itself(self):
        route = self.route("GET /books/{id}")
        changed = self.apigatewayv2.update_route(ApiId=self.api, RouteId=route, RouteKey="GET /books/{book_id}")
        self.assertEqual(changed["RouteKey"], "GET /books/{book_id}")

    def test_refuses_a_route_that_leads_nowhere(self):
        self.refused("BadRequestException", 400, self.route, key="GET /a", Target="integrations/none")
        self.refused("BadRequestException", 400, self.route, key="GET /a", AuthorizationType="JWT", AuthorizerId="none")
        route = self.route("GET /a")
        update = self.apigatewayv2.update_route
        self.refused("BadRequestException", 400, update, ApiId=self.api, RouteId=route, Target="integrations/none")
        self.refused("BadRequestException", 400, update, ApiId=self.api, RouteId=route, AuthorizationType="JWT")

    def test_keeps_a_mapped_stage_and_its_api(self):
        self.stage()
        domain = name("api") + ".example.com"
        self.apigatewayv2.create_domain_name(DomainName=domain, DomainNameConfigurations=[{"EndpointType": "REGIONAL"}])
        mapping = self.apigatewayv2.create_api_mapping(ApiId=self.api, Stage="$default", DomainName=domain)[
            "ApiMappingId"
        ]
        self.refused("BadRequestException", 400, self.apigatewayv2.delete_stage, ApiId=self.api, StageName="$default")
        self.refused("BadRequestException", 400, self.apigatewayv2.delete_api, ApiId=self.api)
        self.apigatewayv2.delete_api_mapping(DomainName=domain, ApiMappingId=mapping)
        self.apigatewayv2.delete_stage(ApiId=self.api, StageName="$default")
        self.apigatewayv2.delete_api(ApiId=self.api)

    def test_has_one_stage_of_a_name(self):
        self.stage()
        self.refused("ConflictException", 409, self.apigatewayv2.create_stage, ApiId=self.api, StageName="$default")

    def test_has_quotas(self):
        for number in range(10):
            self.authorizer(f"authorizer{number}")
        with self.assertRaisesRegex(Exception, "TooManyRequests"):
            self.authorizer("eleventh")
        scopes = [f"s/{number}" for number in range(11)]
        self.refused("BadRequestException", 400, self.route, key="GET /a", AuthorizationScopes=scopes)

    def test_answers_500_until_the_function_permits_it(self):
        function = self.function()
        self.route("GET /book/{id}", Target=f"integrations/{self.integration(function)}")
        self.route("GET /gone", Target=f"integrations/{self.integration()}")
        self.stage()
        self.assertEqual([each["status"] for each in self.answers()], [500, 500])
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/*/DELETE/book/*")
        self.assertEqual([each["status"] for each in self.answers()], [500, 500])
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/*/GET/book/*")
        [book, gone] = self.answers()
        self.assertEqual(
            (book["path"], book["function"], book["status"]), ("/book/{id}", function.rpartition(":")[2], 200)
        )
        self.assertEqual((gone["function"], gone["status"]), ("missing", 500))

    def test_any_and_default_need_a_grant_that_holds_for_them(self):
        function = self.function()
        target = f"integrations/{self.integration(function)}"
        self.route("ANY /a", Target=target)
        self.route("$default", Target=target)
        self.stage()
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/*/GET/a")
        self.assertEqual([each["status"] for each in self.answers()], [500, 500])
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/*/*/a")
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/*/$default")
        self.assertEqual([each["status"] for each in self.answers()], [200, 200])

    def test_limits_of_0_are_a_429(self):
        function = self.function()
        self.route("GET /a", Target=f"integrations/{self.integration(function)}")
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/*/GET/a")
        self.stage(DefaultRouteSettings={"ThrottlingBurstLimit": 0, "ThrottlingRateLimit": 0})
        self.assertEqual([each["status"] for each in self.answers()], [429])
        self.apigatewayv2.update_stage(
            ApiId=self.api,
            StageName="$default",
            DefaultRouteSettings={"ThrottlingBurstLimit": 10, "ThrottlingRateLimit": 5},
        )
        self.assertEqual([each["status"] for each in self.answers()], [200])
