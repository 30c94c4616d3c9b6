"""The account by name: two histories that end alike are told alike."""

from tests.support import BedTest, Server, name, zipped

MFA = {"MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": True}}


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
        integration = http.create_integration(
            ApiId=made, IntegrationType="AWS_PROXY", IntegrationUri=uri, PayloadFormatVersion="2.0"
        )
        http.create_route(ApiId=made, RouteKey="GET /a", Target=f"integrations/{integration['IntegrationId']}")
        ec2 = server.client("ec2")
        [subnet] = [each for each in ec2.describe_subnets()["Subnets"] if each["AvailabilityZone"] == "eu-west-1a"]
        server.client("ssm").put_parameter(Name="/net/subnet", Value=subnet["SubnetId"], Type="String")
        server.client("acm").request_certificate(DomainName="api.example.com")
        table = {"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "id", "AttributeType": "S"}
        server.client("dynamodb").create_table(
            TableName="books",
            BillingMode="PAY_PER_REQUEST",
            KeySchema=[table[0]],
            AttributeDefinitions=[table[1]],
            SSESpecification={"Enabled": True},
        )
        server.client("dynamodb").update_continuous_backups(
            TableName="books", PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
        )

    def test_the_order_of_making_does_not_count(self):
        """Clients of one name, and the names of a certificate."""
        accounts = []
        for minutes, names in ((5, 6), ["a.example.com", "b.example.com"]), ((6, 5), ["b.example.com", "a.example.com"]):
            server = Server()
            try:
                cognito = server.client("cognito-idp")
                pool = cognito.create_user_pool(PoolName="books")["UserPool"]["Id"]
                for each in minutes:
                    cognito.create_user_pool_client(UserPoolId=pool, ClientName="web", AuthSessionValidity=each)
                server.client("acm").request_certificate(DomainName="example.com", SubjectAlternativeNames=names)
                accounts.append(server.page("account"))
            finally:
                server.stop()
        for certificate in (account["certificates"]["eu-west-1"]["example.com"] for account in accounts):
            certificate.pop("SubjectAlternativeNames")
        self.assertEqual(*accounts)

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

    def test_integrations_of_one_function_are_told_apart_by_their_routes(self):
        api_name = name("http")
        api = {"ApiId": self.apigatewayv2.create_api(Name=api_name, ProtocolType="HTTP")["ApiId"]}
        uri = "arn:aws:lambda:eu-west-1:123456789012:function:f"
        one, other = [
            "integrations/"
            + self.apigatewayv2.create_integration(
                **api, IntegrationType="AWS_PROXY", IntegrationUri=uri, PayloadFormatVersion="2.0"
            )["IntegrationId"]
            for _ in range(2)
        ]
        routes = {
            key: self.apigatewayv2.create_route(**api, RouteKey=key, Target=target)["RouteId"]
            for key, target in {"GET /a": one, "GET /b": other}.items()
        }
        made_first = self.server.page("account")["http"]["eu-west-1"]["apis"][api_name]
        self.apigatewayv2.update_route(**api, RouteId=routes["GET /a"], Target=other)
        self.apigatewayv2.update_route(**api, RouteId=routes["GET /b"], Target=one)
        self.assertEqual(made_first, self.server.page("account")["http"]["eu-west-1"]["apis"][api_name])
        self.apigatewayv2.update_route(**api, RouteId=routes["GET /b"], Target=other)
        self.assertNotEqual(made_first, self.server.page("account")["http"]["eu-west-1"]["apis"][api_name])

    def test_a_second_deployment_shows(self):
        api = self.apigateway.create_rest_api(name=name("rest"))
        parent = api["rootResourceId"]
        resource = self.apigateway.create_resource(restApiId=api["id"], parentId=parent, pathPart="a")["id"]
        method = {"restApiId": api["id"], "resourceId": resource, "httpMethod": "GET"}
        self.apigateway.put_method(authorizationType="NONE", **method)
        self.apigateway.put_integration(type="MOCK", **method)
        for _ in range(2):
            self.apigateway.create_deployment(restApiId=api["id"])
        told = self.server.page("account")["rest"]["eu-west-1"]["apis"][api["name"]]
        self.assertEqual(len(told["deployments"]), 2)

    def told(self, service: str, *path: str) -> dict:
        """What stands there, without its own name."""
        found = self.server.page("account")[service]["eu-west-1"]
        for step in path:
            found = found[step]
        return {key: value for key, value in found.items() if path[-1] not in str(value)}

    def test_a_changed_pool_is_as_one_made_so(self):
        wanted = {"AutoVerifiedAttributes": ["email"], "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": True}}
        made, changed = name("pool"), name("pool")
        self.cognito_idp.create_user_pool(PoolName=made, **wanted)
        other = self.cognito_idp.create_user_pool(
            PoolName=changed,
            DeletionProtection="ACTIVE",
            LambdaConfig={"PreSignUp": "arn:aws:lambda:eu-west-1:1:function:f"},
        )
        pool = other["UserPool"]["Id"]
        self.cognito_idp.set_user_pool_mfa_config(UserPoolId=pool, **MFA)
        self.cognito_idp.set_user_pool_mfa_config(UserPoolId=pool, MfaConfiguration="OFF")
        self.cognito_idp.update_user_pool(UserPoolId=pool, **wanted)
        self.assertEqual(self.told("cognito", "pools", made), self.told("cognito", "pools", changed))

    def test_a_changed_client_is_as_one_made_so(self):
        wanted = {"ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "CallbackURLs": [], "AllowedOAuthFlows": []}
        pool, title = self.cognito_idp.create_user_pool(PoolName=name("pool"))["UserPool"], {}
        code = {
            "AllowedOAuthFlowsUserPoolClient": True,
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid"],
        }
        for each, config in (("made", wanted), ("changed", {"CallbackURLs": ["https://a.example/b"], **code})):
            made = self.cognito_idp.create_user_pool_client(UserPoolId=pool["Id"], ClientName=each, **config)
            title[each] = made["UserPoolClient"]["ClientId"]
        self.cognito_idp.update_user_pool_client(
            UserPoolId=pool["Id"], ClientId=title["changed"], ClientName="changed", **wanted
        )
        clients = ("cognito", "pools", pool["Name"], "clients")
        self.assertEqual(self.told(*clients, "made"), self.told(*clients, "changed"))

    def test_a_changed_table_is_as_one_made_so(self):
        keys = {"KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}
        keys["AttributeDefinitions"] = [{"AttributeName": "id", "AttributeType": "S"}]
        made, changed = name("table"), name("table")
        self.dynamodb.create_table(TableName=made, BillingMode="PAY_PER_REQUEST", **keys)
        capacity = {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}
        self.dynamodb.create_table(TableName=changed, ProvisionedThroughput=capacity, **keys)
        self.dynamodb.update_table(TableName=changed, BillingMode="PAY_PER_REQUEST")
        for enabled in (True, False):
            spec = {"Enabled": enabled, "AttributeName": "at"}
            self.dynamodb.update_time_to_live(TableName=changed, TimeToLiveSpecification=spec)
        self.assertEqual(self.told("tables", made), self.told("tables", changed))

    def test_a_changed_function_is_as_one_made_so(self):
        role, made, changed = self.role(), name("function"), name("function")
        self.function(FunctionName=made, Role=role)
        self.function(
            FunctionName=changed, Role=role, Description="x", Environment={"Variables": {"LEVEL": "b"}}, Timeout=9
        )
        self.functions.update_function_configuration(
            FunctionName=changed,
            Description="",
            Environment={"Variables": {}},
            Timeout=3,
            VpcConfig={"SubnetIds": [], "SecurityGroupIds": []},
        )
        self.functions.update_function_code(FunctionName=changed, ZipFile=zipped())
        self.assertEqual(self.told("functions", made), self.told("functions", changed))
