"""Functions, roles, certificates, tables, parameters."""

import json

from tests.support import ACCOUNT, REGION, BedTest, name, packed

INVALID = "InvalidParameterValueException"


class FunctionTest(BedTest):
    def test_a_statement_id_is_there_once(self):
        function = self.function()
        source = f"arn:aws:execute-api:{REGION}:{ACCOUNT}:api/*/GET/a"
        self.permit(function, source, "one")
        self.refused("ResourceConflictException", 409, self.permit, function=function, source=source, statement="one")
        self.refused("ValidationException", 400, self.permit, function=function, source=source, statement="x" * 101)

    def test_a_policy_has_20_kb(self):
        function, long = self.function(), "x" * 800
        source = f"arn:aws:execute-api:{REGION}:{ACCOUNT}:api/*/GET/{long}"
        with self.assertRaisesRegex(Exception, "PolicyLengthExceeded"):
            for _ in range(30):
                self.permit(function, source)
        size = len(json.loads(self.functions.get_policy(FunctionName=function)["Policy"])["Statement"])
        self.assertLess(size, 30)

    def test_refuses_settings(self):
        role = self.role()
        for code, wrong in (
            ("ValidationException", {"Description": "x" * 257}),
            ("ValidationException", {"MemorySize": 64}),
            ("ValidationException", {"MemorySize": 10_241}),
            ("ValidationException", {"Timeout": 901}),
            ("ValidationException", {"Runtime": "python9"}),
            ("ValidationException", {"FunctionName": "x" * 141}),
            (INVALID, {"Runtime": "nodejs14.x"}),
            (INVALID, {"Environment": {"Variables": {"AWS_REGION": "x"}}}),
            (INVALID, {"Environment": {"Variables": {"LONG": "x" * 4090}}}),
            (INVALID, {"Role": f"arn:aws:iam::{ACCOUNT}:role/none"}),
            (INVALID, {"Role": self.role("apigateway.amazonaws.com")}),
        ):
            self.refused(code, 400, self.function, **{"Role": role, **wrong})

    def test_an_account_keeps_100_calls_for_functions_that_reserve_none(self):
        function = self.function().rpartition(":")[2]
        reserve = self.functions.put_function_concurrency
        self.refused(
            "InvalidParameterValueException", 400, reserve, FunctionName=function, ReservedConcurrentExecutions=901
        )
        reserve(FunctionName=function, ReservedConcurrentExecutions=1)

    def test_a_package_is_in_its_bucket(self):
        bucket = name("packages")
        self.server.client("s3").create_bucket(
            Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION}
        )
        function = self.function().rpartition(":")[2]
        code = {"FunctionName": function, "S3Bucket": bucket, "S3Key": "none.zip"}
        self.refused(INVALID, 400, self.functions.update_function_code, **code)

    def test_has_a_signing_configuration(self):
        arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:code-signing-config:csc-0a1b2c3d4e5f60718"
        there = {"FunctionName": self.function().rpartition(":")[2]}
        put = self.functions.put_function_code_signing_config
        put(CodeSigningConfigArn=arn, **there)
        self.assertEqual(self.functions.get_function_code_signing_config(**there)["CodeSigningConfigArn"], arn)
        elsewhere = {**there, "CodeSigningConfigArn": arn.replace(REGION, "us-east-1")}
        self.refused("CodeSigningConfigNotFoundException", 404, put, **elsewhere)
        self.functions.delete_function_code_signing_config(**there)
        self.assertNotIn("CodeSigningConfigArn", self.functions.get_function_code_signing_config(**there))

    def test_has_layers_that_fit(self):
        def layer(content: bytes = b"x", layer_name: str | None = None) -> str:
            code = {"ZipFile": packed({"python/shared.py": content})}
            return self.functions.publish_layer_version(LayerName=layer_name or name("layer"), Content=code)[
                "LayerVersionArn"
            ]

        one, large = layer(), layer(bytes(140 * 2**20))
        self.refused(INVALID, 400, layer, content=bytes(251 * 2**20))
        self.refused("ValidationException", 400, layer, layer_name="a b")
        self.refused(INVALID, 400, self.function, Layers=[one.replace(REGION, "us-east-1")])
        self.refused(INVALID, 400, self.function, Layers=[one, layer(layer_name=one.split(":")[-2])])
        self.refused(INVALID, 400, self.function, Layers=[layer() for _ in range(6)])
        self.refused(INVALID, 400, self.function, Layers=[large, layer(bytes(140 * 2**20))])
        self.refused("ResourceNotFoundException", 404, self.function, Layers=[f"{one.rpartition(':')[0]}:9"])
        made = self.function(Layers=[one]).rpartition(":")[2]
        self.functions.delete_layer_version(LayerName=one.split(":")[-2], VersionNumber=1)
        told = self.functions.get_function_configuration(FunctionName=made)
        self.assertEqual([each["Arn"] for each in told["Layers"]], [one])
        self.refused("ResourceNotFoundException", 404, self.function, Layers=[one])
        self.functions.update_function_configuration(FunctionName=made, Layers=[])
        self.assertEqual([], self.functions.get_function_configuration(FunctionName=made)["Layers"])

    def test_mounts_a_file_system(self):
        arn = f"arn:aws:elasticfilesystem:{REGION}:{ACCOUNT}:access-point/fsap-0a1b2c3d4e5f60718"
        role = self.role()
        network = {"SubnetIds": ["subnet-0a1b2c3d"], "SecurityGroupIds": ["sg-0a1b2c3d"]}
        mounting = {"Role": role, "FileSystemConfigs": [{"Arn": arn, "LocalMountPath": "/mnt/goods"}]}
        self.refused(INVALID, 400, self.function, **mounting)
        self.refused(INVALID, 400, self.function, VpcConfig=network, **mounting)
        condition = {"StringEquals": {"elasticfilesystem:AccessPointArn": arn}}
        grant = {"Effect": "Allow", "Action": "elasticfilesystem:ClientMount", "Resource": "*", "Condition": condition}
        self.iam.put_role_policy(
            RoleName=role.rpartition("/")[2],
            PolicyName="function",
            PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [grant]}),
        )
        made = self.function(VpcConfig=network, **mounting).rpartition(":")[2]
        told = self.functions.get_function_configuration(FunctionName=made)
        self.assertEqual(told["FileSystemConfigs"], mounting["FileSystemConfigs"])
        self.functions.update_function_configuration(FunctionName=made, FileSystemConfigs=[])
        self.assertNotIn("FileSystemConfigs", self.functions.get_function_configuration(FunctionName=made))

    def test_dead_letters_go_where_the_role_may_send(self):
        queue = f"arn:aws:sqs:{REGION}:{ACCOUNT}:lost"
        role = self.role()
        letters = {"Role": role, "DeadLetterConfig": {"TargetArn": queue}}
        self.refused(INVALID, 400, self.function, **letters)
        grant = {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": queue}
        self.iam.put_role_policy(
            RoleName=role.rpartition("/")[2],
            PolicyName="function",
            PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [grant]}),
        )
        name = self.function(**letters).rpartition(":")[2]
        told = self.functions.get_function_configuration(FunctionName=name)
        self.assertEqual(queue, told["DeadLetterConfig"]["TargetArn"])
        self.functions.update_function_configuration(FunctionName=name, DeadLetterConfig={"TargetArn": ""})
        self.assertNotIn("DeadLetterConfig", self.functions.get_function_configuration(FunctionName=name))

    def test_a_key_is_kept_with_variables(self):
        key = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/0a1b2c3d"
        told = self.functions.get_function_configuration
        self.assertNotIn("KMSKeyArn", told(FunctionName=self.function(KMSKeyArn=key)))
        kept = self.function(KMSKeyArn=key, Environment={"Variables": {"LEVEL": "info"}})
        self.assertEqual(key, told(FunctionName=kept)["KMSKeyArn"])

    def test_an_alias_leads_to_a_version(self):
        name = self.function(Publish=True).rpartition(":")[2]
        alias = self.functions.create_alias(FunctionName=name, Name="live", FunctionVersion="1")
        self.refused(
            "ValidationException",
            400,
            self.functions.create_alias,
            FunctionName=name,
            Name="1",
            FunctionVersion="1",
        )
        self.assertEqual("1", self.functions.publish_version(FunctionName=name)["Version"])
        self.functions.update_function_configuration(FunctionName=name, Timeout=7)
        self.assertEqual("2", self.functions.publish_version(FunctionName=name)["Version"])
        self.assertEqual("2", self.functions.publish_version(FunctionName=name)["Version"])
        self.assertTrue(alias["AliasArn"].endswith(f":{name}:live"))

    def test_instances_are_kept_of_an_alias(self):
        name = self.function(Publish=True).rpartition(":")[2]
        for alias in ("live", "other"):
            self.functions.create_alias(FunctionName=name, Name=alias, FunctionVersion="1")
        keep, of = self.functions.put_provisioned_concurrency_config, {"FunctionName": name}
        two = {"ProvisionedConcurrentExecutions": 2}
        self.refused("InvalidParameterValueException", 400, keep, **of, **two, Qualifier="$LATEST")
        keep(**of, **two, Qualifier="live")
        self.refused("InvalidParameterValueException", 400, keep, **of, **two, Qualifier="other")
        self.functions.put_function_concurrency(**of, ReservedConcurrentExecutions=2)
        self.refused(
            "InvalidParameterValueException", 400, keep, **of, Qualifier="live", ProvisionedConcurrentExecutions=3
        )
        kept = self.functions.get_provisioned_concurrency_config(**of, Qualifier="live")
        self.assertEqual(("READY", 2), (kept["Status"], kept["RequestedProvisionedConcurrentExecutions"]))
        self.functions.delete_provisioned_concurrency_config(**of, Qualifier="live")
        self.refused(
            "ProvisionedConcurrencyConfigNotFoundException",
            404,
            self.functions.get_provisioned_concurrency_config,
            **of,
            Qualifier="live",
        )

    def test_versions_start_from_a_snapshot(self):
        on = {"ApplyOn": "PublishedVersions"}
        self.refused("InvalidParameterValueException", 400, self.function, SnapStart=on, Runtime="nodejs22.x")
        self.refused("InvalidParameterValueException", 400, self.function, SnapStart=on, EphemeralStorage={"Size": 513})
        name = self.function(SnapStart=on, Publish=True).rpartition(":")[2]
        told = self.functions.get_function_configuration
        self.assertEqual("Off", told(FunctionName=name)["SnapStart"]["OptimizationStatus"])
        self.assertEqual("On", told(FunctionName=name, Qualifier="1")["SnapStart"]["OptimizationStatus"])
        self.functions.update_function_configuration(FunctionName=name, SnapStart={"ApplyOn": "None"})
        self.assertEqual("None", told(FunctionName=name)["SnapStart"]["ApplyOn"])

    def test_two_functions_have_two_names(self):
        function = name("twin")
        self.function(FunctionName=function)
        self.refused("ResourceConflictException", 409, self.function, FunctionName=function)


class RoleTest(BedTest):
    def test_names_have_no_case(self):
        role = self.role().rpartition("/")[2]
        self.refused(
            "EntityAlreadyExists", 409, self.iam.create_role, RoleName=role.upper(), AssumeRolePolicyDocument="{}"
        )
        self.assertEqual(self.iam.get_role(RoleName=role.upper())["Role"]["RoleName"], role)

    def test_tag_keys_have_no_case(self):
        tags = [{"Key": "Team", "Value": "a"}, {"Key": "team", "Value": "b"}]
        make = self.iam.create_role
        self.refused("InvalidInput", 400, make, RoleName=name("role"), AssumeRolePolicyDocument="{}", Tags=tags)

    def test_policies_have_10240_characters_of_latin_1(self):
        role, put = self.role().rpartition("/")[2], self.iam.put_role_policy

        def document(resources: list) -> str:
            statement = {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": resources}
            return json.dumps({"Version": "2012-10-17", "Statement": [statement]})

        put(RoleName=role, PolicyName="first", PolicyDocument=document(["arn:aws:s3:::" + "x" * 6000]))
        second = document(["arn:aws:s3:::" + "y" * 6000])
        self.refused("LimitExceeded", 409, put, RoleName=role, PolicyName="second", PolicyDocument=second)
        greek = document(["arn:aws:s3:::x"]).replace("x", "\u03b1")
        self.refused("ValidationError", 400, put, RoleName=role, PolicyName="third", PolicyDocument=greek)


class CertificateTest(BedTest):
    def test_stays_while_a_domain_name_has_it(self):
        domain = name("used") + ".example.com"
        certificate = self.acm.request_certificate(DomainName=domain)["CertificateArn"]
        configuration = {"CertificateArn": certificate, "EndpointType": "REGIONAL", "SecurityPolicy": "TLS_1_2"}
        self.apigatewayv2.create_domain_name(DomainName=domain, DomainNameConfigurations=[configuration])
        self.refused("ResourceInUseException", 400, self.acm.delete_certificate, CertificateArn=certificate)
        self.apigatewayv2.delete_domain_name(DomainName=domain)
        self.acm.delete_certificate(CertificateArn=certificate)

    def test_covers_the_name_it_is_for(self):
        certificate = self.acm.request_certificate(DomainName="other.example.com")["CertificateArn"]
        make = self.apigateway.create_domain_name
        given = {"domainName": name("api") + ".example.com", "endpointConfiguration": {"types": ["REGIONAL"]}}
        self.refused("BadRequestException", 400, make, regionalCertificateArn=certificate, **given)
        star = self.acm.request_certificate(DomainName="*.example.com")["CertificateArn"]
        make(regionalCertificateArn=star, **given)

    def test_names_have_limits(self):
        request = self.acm.request_certificate
        long = "x" * 60 + ".example.com"
        self.refused("InvalidDomainValidationOptionsException", 400, request, DomainName=long)
        names = [f"n{number}.example.com" for number in range(11)]
        self.refused("LimitExceededException", 400, request, DomainName=names[0], SubjectAlternativeNames=names)


class TableTest(BedTest):
    def setUp(self) -> None:
        self.table = name("table")
        self.create(self.table)

    def create(self, table: str, **more) -> None:
        self.dynamodb.create_table(
            TableName=table,
            BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "at", "KeyType": "RANGE"}],
            AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in ("id", "at")],
            **more,
        )

    def put(self, **attributes) -> None:
        item = {"id": {"S": "1"}, "at": {"S": "1"}, **attributes}
        self.dynamodb.put_item(TableName=self.table, Item=item)

    def test_is_there_once_and_protected(self):
        self.refused("ResourceInUseException", 400, self.create, table=self.table)
        kept = name("table")
        self.create(kept, DeletionProtectionEnabled=True)
        self.refused("ValidationException", 400, self.dynamodb.delete_table, TableName=kept)

    def test_key_types_stay(self):
        definitions = [{"AttributeName": "id", "AttributeType": "N"}, {"AttributeName": "at", "AttributeType": "S"}]
        update = self.dynamodb.update_table
        self.refused("ValidationException", 400, update, TableName=self.table, AttributeDefinitions=definitions)

    def test_refuses_items(self):
        deep: dict = {"S": "x"}
        for _ in range(32):
            deep = {"M": {"in": deep}}
        for wrong in (
            {"id": {"N": "1"}},
            {"id": {"S": ""}},
            {"id": {"S": "x" * 2049}},
            {"at": {"S": "x" * 1025}},
            {"n": {"N": "1" * 39}},
            {"n": {"N": "1e126"}},
            {"n": {"N": "1e-131"}},
            {"deep": deep},
            {"": {"S": "x"}},
        ):
            with self.subTest(str(wrong)[:60]):
                self.refused("ValidationException", 400, self.put, **wrong)
        self.put(n={"N": "9.99e125"}, deep=deep["M"]["in"])

    def test_an_item_needs_its_table(self):
        put = self.dynamodb.put_item
        self.refused("ResourceNotFoundException", 400, put, TableName="none", Item={"id": {"S": "1"}})

    def test_a_tag_takes_the_place_of_its_like(self):
        arn = self.dynamodb.describe_table(TableName=self.table)["Table"]["TableArn"]
        for value in ("a", "b"):
            self.dynamodb.tag_resource(ResourceArn=arn, Tags=[{"Key": "team", "Value": value}])
        self.assertEqual(self.dynamodb.list_tags_of_resource(ResourceArn=arn)["Tags"], [{"Key": "team", "Value": "b"}])

    def test_expiry_is_switched_by_its_name(self):
        def switch(attribute: str, on: bool) -> None:
            spec = {"AttributeName": attribute, "Enabled": on}
            self.dynamodb.update_time_to_live(TableName=self.table, TimeToLiveSpecification=spec)

        self.refused("ValidationException", 400, switch, attribute="ends", on=False)
        switch("ends", True)
        self.refused("ValidationException", 400, switch, attribute="ends", on=True)
        self.refused("ValidationException", 400, switch, attribute="other", on=True)
        self.refused("ValidationException", 400, switch, attribute="other", on=False)
        switch("ends", False)
        switch("other", True)

    def test_indexes_change_one_by_one(self):
        def update(*updates: dict) -> dict:
            definitions = [{"AttributeName": each, "AttributeType": "S"} for each in ("id", "at", "a", "b")]
            asked = {"AttributeDefinitions": definitions, "GlobalSecondaryIndexUpdates": list(updates)}
            return self.dynamodb.update_table(TableName=self.table, **asked)["TableDescription"]

        def index(key: str) -> dict:
            schema = [{"AttributeName": key, "KeyType": "HASH"}]
            return {"Create": {"IndexName": f"by_{key}", "KeySchema": schema, "Projection": {"ProjectionType": "ALL"}}}

        self.refused("LimitExceededException", 400, lambda: update(index("a"), index("b")))
        self.assertEqual(len(update(index("a"))["AttributeDefinitions"]), 3)
        gone = update({"Delete": {"IndexName": "by_a"}})
        self.assertEqual([each["AttributeName"] for each in gone["AttributeDefinitions"]], ["id", "at"])

    def test_on_demand_has_no_capacity(self):
        capacity = {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}
        update = self.dynamodb.update_table
        update(TableName=self.table, BillingMode="PROVISIONED", ProvisionedThroughput=capacity)
        told = update(TableName=self.table, BillingMode="PAY_PER_REQUEST")["TableDescription"]
        self.assertEqual(told["ProvisionedThroughput"]["ReadCapacityUnits"], 0)

    def test_on_demand_has_limits(self):
        def update(**changed) -> dict:
            self.dynamodb.update_table(TableName=self.table, **changed)
            return self.dynamodb.describe_table(TableName=self.table)["Table"].get("OnDemandThroughput")

        self.refused("ValidationException", 400, update)
        self.refused("ValidationException", 400, update, OnDemandThroughput={"MaxReadRequestUnits": 0})
        both = {"MaxReadRequestUnits": 20, "MaxWriteRequestUnits": 15}
        self.assertEqual(update(OnDemandThroughput=both), both)
        self.assertEqual(
            update(OnDemandThroughput={"MaxReadRequestUnits": 40}), {**both, "MaxReadRequestUnits": 40}
        )
        self.assertEqual(update(OnDemandThroughput={"MaxReadRequestUnits": -1}), {"MaxWriteRequestUnits": 15})
        capacity = {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}
        self.refused("ValidationException", 400, update, BillingMode="PROVISIONED", OnDemandThroughput=both)
        self.assertIsNone(update(BillingMode="PROVISIONED", ProvisionedThroughput=capacity))

    def test_a_stream_ends_and_another_begins(self):
        def stream(on: bool) -> None:
            spec = {"StreamEnabled": on, **({"StreamViewType": "NEW_IMAGE"} if on else {})}
            self.dynamodb.update_table(TableName=self.table, StreamSpecification=spec)

        stream(True)
        self.refused("ResourceInUseException", 400, stream, on=True)
        stream(False)
        stream(True)

    def test_has_a_class(self):
        self.dynamodb.update_table(TableName=self.table, TableClass="STANDARD_INFREQUENT_ACCESS")
        told = self.dynamodb.describe_table(TableName=self.table)["Table"]
        self.assertEqual(told["TableClassSummary"]["TableClass"], "STANDARD_INFREQUENT_ACCESS")


    def test_is_encrypted_anew(self):
        key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d"
        self.assertEqual(self.encrypted(Enabled=True, SSEType="KMS", KMSMasterKeyId=key)["KMSMasterKeyArn"], key)
        self.assertIn(":key/", self.encrypted(Enabled=True)["KMSMasterKeyArn"])
        self.assertIsNone(self.encrypted(Enabled=False))
        elsewhere = {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key.replace("eu-west-1", "us-east-1")}
        self.refused("ValidationException", 400, self.encrypted, **elsewhere)

    def test_has_replicas(self):
        def update(**changed) -> None:
            self.dynamodb.update_table(TableName=self.table, **changed)

        create = [{"Create": {"RegionName": "eu-central-1"}}]
        self.refused("ValidationException", 400, update, ReplicaUpdates=create)
        stream = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
        update(StreamSpecification=stream)
        update(ReplicaUpdates=create)
        self.refused("ValidationException", 400, update, ReplicaUpdates=create)
        self.refused("ValidationException", 400, update, StreamSpecification={"StreamEnabled": False})
        self.refused("ValidationException", 400, update, BillingMode="PROVISIONED")
        there = self.server.client("dynamodb", "eu-central-1")
        self.assertIn(":eu-central-1:", there.describe_table(TableName=self.table)["Table"]["TableArn"])
        told = self.dynamodb.describe_table(TableName=self.table)["Table"]["Replicas"]
        self.assertEqual([each["RegionName"] for each in told], ["eu-central-1"])
        delete = [{"Delete": {"RegionName": "eu-central-1"}}]
        update(ReplicaUpdates=delete)
        self.refused("ValidationException", 400, update, ReplicaUpdates=delete)
        self.refused("ResourceNotFoundException", 400, there.describe_table, TableName=self.table)

    def encrypted(self, **specification):
        self.dynamodb.update_table(TableName=self.table, SSESpecification=specification)
        return self.dynamodb.describe_table(TableName=self.table)["Table"].get("SSEDescription")


class ScalingTest(BedTest):
    def setUp(self) -> None:
        self.table = name("table")
        self.scaling = self.server.client("application-autoscaling")
        self.dynamodb.create_table(
            TableName=self.table,
            BillingMode="PROVISIONED",
            ProvisionedThroughput={"ReadCapacityUnits": 5, "WriteCapacityUnits": 5},
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        )

    def register(self, resource: str, least: int = 5, most: int = 10, kind: str = "table", **more) -> dict:
        return self.scaling.register_scalable_target(
            **self.of(resource, kind), MinCapacity=least, MaxCapacity=most, **more
        )

    def of(self, resource: str, kind: str = "table") -> dict:
        dimension = f"dynamodb:{kind}:ReadCapacityUnits"
        return {"ServiceNamespace": "dynamodb", "ResourceId": resource, "ScalableDimension": dimension}

    def test_scales_what_is_there(self):
        self.refused("ValidationException", 400, self.register, resource="table/none")
        absent = f"table/{self.table}/index/none"
        self.refused("ValidationException", 400, self.register, resource=absent, kind="index")
        self.refused("ValidationException", 400, self.register, resource=f"table/{self.table}", least=11)

    def test_targets_have_tags_and_policies(self):
        resource = f"table/{self.table}"
        arn = self.register(resource, Tags={"team": "sales"})["ScalableTargetARN"]
        self.scaling.tag_resource(ResourceARN=arn, Tags={"stage": "prod"})
        self.scaling.untag_resource(ResourceARN=arn, TagKeys=["team"])
        self.assertEqual(self.scaling.list_tags_for_resource(ResourceARN=arn)["Tags"], {"stage": "prod"})
        metric = {"PredefinedMetricType": "DynamoDBReadCapacityUtilization"}
        tracking = {"TargetValue": 70.0, "PredefinedMetricSpecification": metric}
        self.scaling.put_scaling_policy(
            PolicyName="reads",
            PolicyType="TargetTrackingScaling",
            TargetTrackingScalingPolicyConfiguration=tracking,
            **self.of(resource),
        )
        self.assertEqual(self.policies(resource + "/index/longer"), [])
        self.assertEqual(self.policies(resource), ["reads"])
        self.scaling.deregister_scalable_target(**self.of(resource))
        self.assertEqual(self.policies(resource), [])

    def policies(self, resource: str) -> list[str]:
        told = self.scaling.describe_scaling_policies(ServiceNamespace="dynamodb", ResourceId=resource)
        return [policy["PolicyName"] for policy in told["ScalingPolicies"]]


class ParameterTest(BedTest):
    def test_has_limits(self):
        put = self.ssm.put_parameter
        self.refused("ValidationException", 400, put, Name=name("/p/"), Value="x" * 4097, Type="String")
        self.refused("ValidationException", 400, put, Name="/" + "x" * 1011, Value="x", Type="String")
        deep = "/" + "/".join("abcdefghijklmnop")
        self.refused("HierarchyLevelLimitExceededException", 400, put, Name=deep, Value="x", Type="String")

    def test_log_groups_keep_for_a_listed_time(self):
        group = name("/group/")
        self.logs.create_log_group(logGroupName=group)
        self.refused("ResourceAlreadyExistsException", 400, self.logs.create_log_group, logGroupName=group)
        put = self.logs.put_retention_policy
        self.refused("InvalidParameterException", 400, put, logGroupName=group, retentionInDays=8)
        put(logGroupName=group, retentionInDays=7)


class RecordTest(BedTest):
    def test_is_there_once_and_may_come_again(self):
        route53, zone = self.server.client("route53"), name("zone") + ".example"
        hosted = route53.create_hosted_zone(Name=zone, CallerReference=zone)["HostedZone"]["Id"]

        def change(action: str, called: str = "api") -> None:
            record = {"Name": f"{called}.{zone}", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
            changes = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
            route53.change_resource_record_sets(HostedZoneId=hosted, ChangeBatch=changes)

        change("CREATE", "www")
        change("CREATE")
        self.refused("InvalidChangeBatch", 400, change, action="CREATE")
        change("DELETE")
        self.refused("InvalidChangeBatch", 400, change, action="DELETE")
        change("CREATE")
        change("DELETE")
