"""What the parts of an API, its stages and a pool may be."""

from tests.support import ACCOUNT, REGION, BedTest, name

BAD = ("BadRequestException", 400)
GROUP = f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:/aws/apigateway/x"


class HttpDefinitionTest(BedTest):
    def setUp(self) -> None:
        self.api = self.apigatewayv2.create_api(Name=name("http"), ProtocolType="HTTP")["ApiId"]

    def test_cors(self):
        make = self.apigatewayv2.create_api
        for cors in (
            {"AllowOrigins": ["*"], "AllowCredentials": True},
            {"AllowOrigins": ["https://a.example/"]},
            {"AllowOrigins": ["a.example"]},
            {"AllowOrigins": ["https://a.example"], "MaxAge": 86_401},
        ):
            with self.subTest(cors):
                self.refused(*BAD, make, Name="x", ProtocolType="HTTP", CorsConfiguration=cors)
        self.refused(*BAD, make, Name="x", ProtocolType="HTTP", Description="x" * 1025)
        fine = {"AllowOrigins": ["http://localhost:3000", "https://*"], "AllowCredentials": True, "MaxAge": -1}
        make(Name="x", ProtocolType="HTTP", CorsConfiguration=fine)

    def test_route_keys(self):
        make = self.apigatewayv2.create_route
        for key in ("GET books", "TRACE /a", "GET  /a", "GET /{a+}/b", "GET /a{id}", "GET /{a b}", "default"):
            with self.subTest(key):
                self.refused(*BAD, make, ApiId=self.api, RouteKey=key)
        for key in ("$default", "ANY /", "GET /books/{id}/pages", "GET /files/{path+}"):
            make(ApiId=self.api, RouteKey=key)

    def test_integrations(self):
        make, uri = self.apigatewayv2.create_integration, "https://a.example"
        for wrong in (
            {"IntegrationType": "MOCK", "PayloadFormatVersion": "1.0"},
            {"IntegrationType": "AWS_PROXY", "IntegrationUri": uri},
            {"IntegrationType": "HTTP_PROXY", "IntegrationUri": uri, "PayloadFormatVersion": "2.0"},
            {
                "IntegrationType": "HTTP_PROXY",
                "IntegrationUri": uri,
                "PayloadFormatVersion": "1.0",
                "TimeoutInMillis": 30_001,
            },
        ):
            with self.subTest(wrong):
                self.refused(*BAD, make, ApiId=self.api, **wrong)

    def authorizer(self, issuer: str, **more) -> None:
        given = {"IdentitySource": ["$request.header.Authorization"], **more}
        jwt = {"Issuer": issuer, "Audience": ["a"]}
        self.apigatewayv2.create_authorizer(
            ApiId=self.api, Name=name("a"), AuthorizerType="JWT", JwtConfiguration=jwt, **given
        )

    def test_issuers_must_answer(self):
        discovery = "/.well-known/openid-configuration"
        for issuer in (
            "http://issuer.example",
            "https://localhost",
            "https://10.0.0.5",
            f"https://issuer.example{discovery}",
            f"https://cognito-idp.{REGION}.amazonaws.com/{REGION}_none",
        ):
            with self.subTest(issuer):
                self.refused(*BAD, self.authorizer, issuer=issuer)
        pool = self.cognito_idp.create_user_pool(PoolName=name("pool"))["UserPool"]["Id"]
        self.authorizer(f"https://cognito-idp.{REGION}.amazonaws.com/{pool}")
        self.authorizer("https://issuer.example/tenant")
        two = ["$request.header.Authorization", "$request.header.X"]
        self.refused(*BAD, self.authorizer, issuer="https://issuer.example", IdentitySource=two)
        old = ["method.request.header.Authorization"]
        self.refused(*BAD, self.authorizer, issuer="https://issuer.example", IdentitySource=old)

    def test_stages(self):
        make = self.apigatewayv2.create_stage
        for wrong in (
            {"StageName": "v 1"},
            {"StageName": "v1", "AccessLogSettings": {"DestinationArn": GROUP, "Format": "$context.status"}},
            {"StageName": "v1", "AccessLogSettings": {"DestinationArn": GROUP, "Format": "$context.requestId\nx"}},
            {"StageName": "v1", "AccessLogSettings": {"DestinationArn": f"{GROUP}:*", "Format": "$context.requestId"}},
        ):
            with self.subTest(wrong):
                self.refused(*BAD, make, ApiId=self.api, **wrong)
        limits = {"GET /a": {"ThrottlingBurstLimit": 1, "ThrottlingRateLimit": 1}}
        self.refused("NotFoundException", 404, make, ApiId=self.api, StageName="v1", RouteSettings=limits)
        make(ApiId=self.api, StageName="v1")
        update = self.apigatewayv2.update_stage
        self.refused("NotFoundException", 404, update, ApiId=self.api, StageName="v1", RouteSettings=limits)
        self.apigatewayv2.create_route(ApiId=self.api, RouteKey="GET /a")
        update(ApiId=self.api, StageName="v1", RouteSettings=limits)

    def test_delivered_logs_share_a_policy(self):
        def log_to(group: str) -> None:
            api = self.apigatewayv2.create_api(Name=name("logged"), ProtocolType="HTTP")["ApiId"]
            settings = {"DestinationArn": f"{GROUP.rpartition(':')[0]}:{group}", "Format": "$context.requestId"}
            self.apigatewayv2.create_stage(ApiId=api, StageName="v1", AccessLogSettings=settings)

        with self.assertRaisesRegex(Exception, "Policy document length"):
            for number in range(70):
                log_to(f"/aws/apigateway/shop{number}")
        log_to("/aws/vendedlogs/apigateway/shop")


class RestDefinitionTest(BedTest):
    def test_stages_and_caches(self):
        made = self.apigateway.create_rest_api(name=name("rest"))
        api, root = made["id"], made["rootResourceId"]
        method = {"restApiId": api, "resourceId": root, "httpMethod": "GET"}
        self.apigateway.put_method(authorizationType="NONE", **method)
        self.apigateway.put_integration(type="MOCK", **method)
        deployment = self.apigateway.create_deployment(restApiId=api)["id"]
        make = self.apigateway.create_stage
        self.refused(*BAD, make, restApiId=api, stageName="$default", deploymentId=deployment)
        make(restApiId=api, stageName="v1", deploymentId=deployment)
        operation = {"op": "replace", "path": "/accessLogSettings/format", "value": "$context.status"}
        update = self.apigateway.update_stage
        self.refused(*BAD, update, restApiId=api, stageName="v1", patchOperations=[operation])
        authorizer = {"restApiId": api, "name": "a", "type": "TOKEN", "identitySource": "method.request.header.A"}
        self.refused(*BAD, self.apigateway.create_authorizer, authorizerResultTtlInSeconds=3601, **authorizer)

    def test_a_stage_that_logs_has_a_group(self):
        made = self.apigateway.create_rest_api(name=name("rest"))
        api = made["id"]
        method = {"restApiId": api, "resourceId": made["rootResourceId"], "httpMethod": "GET"}
        self.apigateway.put_method(authorizationType="NONE", **method)
        self.apigateway.put_integration(type="MOCK", **method)
        deployment = self.apigateway.create_deployment(restApiId=api)["id"]
        self.apigateway.create_stage(restApiId=api, stageName="v1", deploymentId=deployment)
        role = self.role("apigateway.amazonaws.com")
        pushes = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
        self.iam.attach_role_policy(RoleName=role.rpartition("/")[2], PolicyArn=pushes)
        self.apigateway.update_account(patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": role}])
        group = f"API-Gateway-Execution-Logs_{api}/v1"
        for level, groups in (("OFF", []), ("INFO", [group])):
            operation = {"op": "replace", "path": "/*/*/logging/loglevel", "value": level}
            self.apigateway.update_stage(restApiId=api, stageName="v1", patchOperations=[operation])
            found = self.logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
            self.assertEqual([each["logGroupName"] for each in found], groups)
        self.refused("ResourceAlreadyExistsException", 400, self.logs.create_log_group, logGroupName=group)


class PoolDefinitionTest(BedTest):
    def test_settings(self):
        make = self.cognito_idp.create_user_pool
        for wrong in (
            {"AliasAttributes": ["email"], "UsernameAttributes": ["email"]},
            {"Schema": [{"Name": "tenant", "AttributeDataType": "String", "Required": True}]},
            {"AutoVerifiedAttributes": ["phone_number"]},
            {"EmailConfiguration": {"EmailSendingAccount": "DEVELOPER"}},
            {"Policies": {"PasswordPolicy": {"MinimumLength": 5}}},
            {"UserPoolTags": {"aws:team": "x"}},
            {"UserPoolTags": {f"key{number}": "x" for number in range(51)}},
        ):
            with self.subTest(wrong):
                self.refused("InvalidParameterException", 400, make, PoolName=name("pool"), **wrong)

    def test_features_need_their_plan(self):
        make, unavailable = self.cognito_idp.create_user_pool, ("FeatureUnavailableInTierException", 400)
        guarded = {"UserPoolAddOns": {"AdvancedSecurityMode": "AUDIT"}}
        self.refused(*unavailable, make, PoolName="p", **guarded)
        pool = make(PoolName=name("pool"), UserPoolTier="PLUS", **guarded)["UserPool"]["Id"]
        self.cognito_idp.update_user_pool(UserPoolId=pool, **guarded)
        choice = {"Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "EMAIL_OTP"]}}}
        self.refused(*unavailable, make, PoolName="p", UserPoolTier="LITE", **choice)

    def test_quotas(self):
        pool = self.cognito_idp.create_user_pool(PoolName=name("pool"))["UserPool"]["Id"]

        def server(number: int) -> None:
            self.cognito_idp.create_resource_server(UserPoolId=pool, Identifier=f"s{number}", Name="s", Scopes=[])

        for number in range(25):
            server(number)
        self.refused("LimitExceededException", 400, server, number=25)
