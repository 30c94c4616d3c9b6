"""REST APIs: the tree of resources, what is in use, deployments as snapshots, and what a stage answers."""

from tests.support import ACCOUNT, REGION, BedTest, name


class RestApiTest(BedTest):
    def setUp(self) -> None:
        self.name = name("rest")
        made = self.apigateway.create_rest_api(name=self.name)
        self.api, self.root = made["id"], made["rootResourceId"]

    def resource(self, part: str, parent: str | None = None) -> str:
        return self.apigateway.create_resource(restApiId=self.api, parentId=parent or self.root, pathPart=part)["id"]

    def change(self, resource: str, path: str, value: str) -> dict:
        operation = {"op": "replace", "path": path, "value": value}
        return self.apigateway.update_resource(restApiId=self.api, resourceId=resource, patchOperations=[operation])

    def method(self, resource: str, **more) -> None:
        given = {"httpMethod": "GET", "authorizationType": "NONE", **more}
        self.apigateway.put_method(restApiId=self.api, resourceId=resource, **given)

    def call(self, resource: str, function: str) -> None:
        self.apigateway.put_integration(
            restApiId=self.api,
            resourceId=resource,
            httpMethod="GET",
            type="AWS_PROXY",
            integrationHttpMethod="POST",
            uri=self.invoke_uri(function),
        )

    def authorizer(self, called: str = "cognito") -> str:
        pool = f"arn:aws:cognito-idp:{REGION}:{ACCOUNT}:userpool/{REGION}_abc"
        made = self.apigateway.create_authorizer(
            restApiId=self.api,
            name=called,
            type="COGNITO_USER_POOLS",
            providerARNs=[pool],
            identitySource="method.request.header.Authorization",
        )
        return made["id"]

    def deployed(self) -> str:
        return self.apigateway.create_deployment(restApiId=self.api)["id"]

    def stage(self, deployment: str, called: str = "v1") -> None:
        self.apigateway.create_stage(restApiId=self.api, stageName=called, deploymentId=deployment)

    def patch_stage(self, path: str, value: str) -> None:
        operation = {"op": "replace", "path": path, "value": value}
        self.apigateway.update_stage(restApiId=self.api, stageName="v1", patchOperations=[operation])

    def answers(self) -> list:
        return self.server.page(f"stage?api={self.name}&stage=v1")

    def test_has_one_variable_child_and_no_twins(self):
        self.resource("{id}")
        self.refused("BadRequestException", 400, self.resource, part="{book_id}")
        self.refused("BadRequestException", 400, self.resource, part="{proxy+}")
        self.refused("ConflictException", 409, self.resource, part="{id}")
        self.resource("books")
        self.refused("ConflictException", 409, self.resource, part="books")
        self.refused("NotFoundException", 404, self.resource, part="books", parent="none")
        self.assertEqual(self.resource("a,b") is not None, True)

    def test_does_not_become_greedy_above_others(self):
        parent = self.resource("{id}")
        self.resource("pages", parent=parent)
        patch = [{"op": "replace", "path": "/pathPart", "value": "{id+}"}]
        self.refused(
            "BadRequestException",
            400,
            self.apigateway.update_resource,
            restApiId=self.api,
            resourceId=parent,
            patchOperations=patch,
        )

    def test_has_no_child_below_a_greedy_one(self):
        greedy = self.resource("{proxy+}")
        self.refused("BadRequestException", 400, self.resource, part="books", parent=greedy)

    def test_renames_and_moves_a_resource(self):
        books = self.resource("books")
        book, other = self.resource("{id}", books), self.resource("other")
        self.assertEqual(self.change(book, "/pathPart", "{book_id}")["path"], "/books/{book_id}")
        self.assertEqual(self.change(book, "/parentId", other)["path"], "/other/{book_id}")
        self.refused("ConflictException", 409, self.change, resource=other, path="/pathPart", value="books")
        self.refused("BadRequestException", 400, self.change, resource=other, path="/parentId", value=book)
        self.refused("BadRequestException", 400, self.change, resource=other, path="/path", value="x")
        self.refused("BadRequestException", 400, self.change, resource=self.root, path="/pathPart", value="x")
        self.resource("{one}")
        self.refused("BadRequestException", 400, self.change, resource=other, path="/pathPart", value="{two}")

    def test_takes_the_children_along(self):
        books = self.resource("books")
        self.resource("{id}", books)
        self.apigateway.delete_resource(restApiId=self.api, resourceId=books)
        paths = [each["path"] for each in self.apigateway.get_resources(restApiId=self.api)["items"]]
        self.assertEqual(paths, ["/"])

    def test_checks_a_methods_authorizer(self):
        books = self.resource("books")
        secured = {"resource": books, "authorizationType": "COGNITO_USER_POOLS"}
        self.refused("BadRequestException", 400, self.method, **secured)
        authorizer = self.authorizer()
        self.method(authorizerId=authorizer, **secured)
        self.refused("ConflictException", 409, self.method, resource=books)

    def test_keeps_an_authorizer_that_a_method_names(self):
        books, authorizer = self.resource("books"), self.authorizer()
        self.method(books, authorizationType="COGNITO_USER_POOLS", authorizerId=authorizer)
        delete = self.apigateway.delete_authorizer
        message = self.refused("ConflictException", 409, delete, restApiId=self.api, authorizerId=authorizer)
        self.assertIn("is referenced in method: GET//books", message)
        operation = {"op": "replace", "path": "/authorizationType", "value": "NONE"}
        self.apigateway.update_method(
            restApiId=self.api, resourceId=books, httpMethod="GET", patchOperations=[operation]
        )
        delete(restApiId=self.api, authorizerId=authorizer)

    def test_has_no_two_authorizers_of_one_name(self):
        self.authorizer()
        self.refused("BadRequestException", 400, self.authorizer)

    def test_does_not_deploy_a_method_that_calls_nothing(self):
        self.method(self.resource("books"))
        self.refused("BadRequestException", 400, self.apigateway.create_deployment, restApiId=self.api)

    def test_keeps_a_deployment_that_a_stage_points_to(self):
        books = self.resource("books")
        self.method(books)
        self.call(books, self.function())
        first, second = self.deployed(), self.deployed()
        self.stage(first)
        delete = self.apigateway.delete_deployment
        self.refused("BadRequestException", 400, delete, restApiId=self.api, deploymentId=first)
        self.refused("BadRequestException", 400, self.patch_stage, path="/deploymentId", value="none")
        self.patch_stage("/deploymentId", second)
        delete(restApiId=self.api, deploymentId=first)

    def test_keeps_a_mapped_stage_and_its_api(self):
        books = self.resource("books")
        self.method(books)
        self.call(books, self.function())
        self.stage(self.deployed())
        domain = name("rest") + ".example.com"
        self.apigateway.create_domain_name(domainName=domain)
        self.apigateway.create_base_path_mapping(domainName=domain, restApiId=self.api, stage="v1")
        self.refused("BadRequestException", 400, self.apigateway.delete_stage, restApiId=self.api, stageName="v1")
        self.refused("BadRequestException", 400, self.apigateway.delete_rest_api, restApiId=self.api)
        self.apigateway.delete_base_path_mapping(domainName=domain, basePath="(none)")
        self.apigateway.delete_stage(restApiId=self.api, stageName="v1")

    def test_answers_from_the_snapshot(self):
        books, function = self.resource("books"), self.function()
        self.method(books)
        self.call(books, function)
        first = self.deployed()
        self.stage(first)
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/v1/GET/books")
        self.apigateway.delete_method(restApiId=self.api, resourceId=books, httpMethod="GET")
        [answer] = self.answers()
        self.assertEqual((answer["method"], answer["path"], answer["status"]), ("GET", "/books", 200))
        self.functions.delete_function(FunctionName=function)
        self.assertEqual([each["status"] for each in self.answers()], [500])

    def test_a_grant_for_another_stage_or_a_named_parameter_lets_nobody_in(self):
        book, function = self.resource("{id}", self.resource("book")), self.function()
        self.method(book)
        self.call(book, function)
        self.stage(self.deployed())
        source = f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}"
        self.permit(function, f"{source}/v2/GET/book/*")
        self.permit(function, f"{source}/v1/GET/book/{{id}}")
        self.assertEqual([each["status"] for each in self.answers()], [500])
        self.permit(function, f"{source}/v1/GET/book/*")
        self.assertEqual([each["status"] for each in self.answers()], [200])

    def test_limits_of_0_are_a_429(self):
        books, function = self.resource("books"), self.function()
        self.method(books)
        self.call(books, function)
        self.stage(self.deployed())
        self.permit(function, f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{self.api}/v1/GET/books")
        self.patch_stage("/*/*/throttling/burstLimit", "0")
        self.assertEqual([each["status"] for each in self.answers()], [429])
        self.patch_stage("/*/*/throttling/burstLimit", "-1")
        self.assertEqual([each["status"] for each in self.answers()], [200])

    def test_checks_the_accounts_role(self):
        def set_role(arn: str) -> None:
            operation = {"op": "replace", "path": "/cloudwatchRoleArn", "value": arn}
            self.apigateway.update_account(patchOperations=[operation])

        missing = f"arn:aws:iam::{ACCOUNT}:role/none"
        self.refused("BadRequestException", 400, set_role, arn=missing)
        self.refused("BadRequestException", 400, set_role, arn=self.role("lambda.amazonaws.com"))
        role = self.role("apigateway.amazonaws.com")
        self.refused("BadRequestException", 400, set_role, arn=role)
        pushes = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
        self.iam.attach_role_policy(RoleName=role.rpartition("/")[2], PolicyArn=pushes)
        set_role(role)
        set_role("")

    def test_has_quotas(self):
        for number in range(10):
            self.authorizer(f"authorizer{number}")
        self.refused("LimitExceededException", 429, self.authorizer, called="eleventh")
