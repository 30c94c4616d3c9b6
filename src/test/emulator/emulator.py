#!/usr/bin/env python3
"""AWS for Tollgate's tests: moto's server on a free loopback port, with the gaps closed that Tollgate's resources meet.

    emulator.py            listens, prints {"url": "http://127.0.0.1:PORT"} on stdout, logs to stderr

Ends on SIGTERM, on SIGINT, and when its stdin reaches end of file, so that it cannot outlive the test that started it.
Every patch below says what AWS does and what moto 5.2.1 lacks. Two things are quicker than AWS, to keep tests short: a
certificate is issued at once, whatever its DNS records say, and a change of records has no ChangeInfo to wait for. The
wording of the refusals is from memory of AWS's, not measured: assert on their code, not on their text.
"""

import json
import os
import signal
import sys
import threading
import traceback
from hashlib import md5
from urllib.parse import unquote

# moto reads both while it is imported.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"  # service-role/AmazonAPIGatewayPushToCloudWatchLogs and the like
os.environ["MOTO_ACM_VALIDATION_WAIT"] = "0"  # seconds until a certificate is ISSUED; 60 unless told

import moto
from moto.apigateway import models as rest
from moto.apigateway import responses as rest_responses
from moto.apigateway import urls as rest_urls
from moto.apigatewayv2 import models as http
from moto.apigatewayv2 import responses as http_responses
from moto.apigatewayv2 import urls as http_urls
from moto.awslambda import models as functions
from moto.cognitoidp import models as cognito
from moto.cognitoidp import responses as cognito_responses
from moto.cognitoidp.exceptions import InvalidParameterException
from moto.core import DEFAULT_ACCOUNT_ID
from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult, BaseResponse, EmptyResult
from moto.dynamodb.models import dynamo_type as dynamodb
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.route53 import responses as dns_responses
from werkzeug.serving import make_server

WRITTEN_FOR = "5.2.1"
STANDARD_SCOPES = {"openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"}


def main() -> None:
    if moto.__version__ != WRITTEN_FOR:
        print(f"emulator: written for moto {WRITTEN_FOR}, found {moto.__version__}", file=sys.stderr)
    for patch in PATCHES:
        patch()
    server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True)
    os.environ["MOTO_PORT"] = str(server.port)

    def stop(*_) -> None:
        # shutdown() waits for serve_forever() to return, so it must not run on serve_forever's own thread.
        threading.Thread(target=server.shutdown, daemon=True).start()

    def stop_at_end_of_stdin() -> None:
        try:
            while os.read(0, 4096):
                pass
        except OSError:  # closed before we started: the same as its end
            pass
        stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    threading.Thread(target=stop_at_end_of_stdin, daemon=True).start()
    print(json.dumps({"url": f"http://127.0.0.1:{server.port}"}), flush=True)
    server.serve_forever(poll_interval=0.1)
    server.server_close()


# ---------------------------------------------------------------------------------------------------------- Cognito


def resource_servers_can_change() -> None:
    """AWS: UpdateResourceServer replaces name and scopes, DeleteResourceServer deletes.
    moto: has neither and answers 404, so `destroy` retries for ever."""

    def update_resource_server(self):
        found = self.backend.describe_resource_server(self._get_param("UserPoolId"), self._get_param("Identifier"))
        found.name = self._get_param("Name")
        found.scopes = self._get_param("Scopes")
        return ActionResult({"ResourceServer": found.to_json()})

    def delete_resource_server(self):
        pool, identifier = self._get_param("UserPoolId"), self._get_param("Identifier")
        self.backend.describe_resource_server(pool, identifier)
        del self.backend.describe_user_pool(pool).resource_servers[identifier]
        return EmptyResult()

    cognito_responses.CognitoIdpResponse.update_resource_server = update_resource_server
    cognito_responses.CognitoIdpResponse.delete_resource_server = delete_resource_server


def user_pool_domain_is_described_in_full() -> None:
    """AWS: DescribeUserPoolDomain tells the certificate of a custom domain, the owner's account number, a version and
    the managed login version (1 unless asked for 2); the distribution is CloudFront's and survives a new certificate.
    moto: forgets the certificate (a second plan replaces the domain), makes up an account number per call."""

    def to_json(self, extended: bool = True) -> dict:
        name = digest(f"{self.user_pool_id} {self.domain}")[:13]
        distribution = f"d{name}.cloudfront.net"
        if not extended:
            return {"CloudFrontDomain": distribution, "ManagedLoginVersion": managed_login_version(self)}
        described = {
            "UserPoolId": self.user_pool_id,
            "AWSAccountId": DEFAULT_ACCOUNT_ID,
            "CloudFrontDistribution": distribution,
            "Domain": self.domain,
            "S3Bucket": "emulated-bucket",
            "Status": "ACTIVE",
            "Version": "20200101000000",
            "ManagedLoginVersion": managed_login_version(self),
        }
        if self.custom_domain_config:
            described["CustomDomainConfig"] = self.custom_domain_config
        return described

    def managed_login_version(domain) -> int:
        return getattr(domain, "managed_login_version", 1)

    def remembering_the_version(action):
        def change(self):
            result = action(self)
            if version := self._get_param("ManagedLoginVersion"):
                domain = self.backend.describe_user_pool_domain(self._get_param("Domain"))
                domain.managed_login_version = version
            return result

        return change

    responses = cognito_responses.CognitoIdpResponse
    cognito.CognitoIdpUserPoolDomain.to_json = to_json
    responses.create_user_pool_domain = remembering_the_version(responses.create_user_pool_domain)
    responses.update_user_pool_domain = remembering_the_version(responses.update_user_pool_domain)


def user_pool_tags_can_change() -> None:
    """AWS: TagResource, UntagResource and ListTagsForResource work on a pool's ARN; UpdateUserPool leaves tags alone.
    moto: lacks the three actions (Terraform retries its 500 for a quarter of an hour), and an update drops the tags."""
    update = cognito.CognitoIdpUserPool.update_extended_config

    def update_extended_config(self, extended_config: dict) -> None:
        tags = getattr(self, "extended_config", {}).get("UserPoolTags", {})
        update(self, {"UserPoolTags": tags, **(extended_config or {})})

    def tags_of(self) -> dict:
        pool = self.backend.describe_user_pool(self._get_param("ResourceArn").rpartition("/")[2])
        return pool.extended_config.setdefault("UserPoolTags", {})

    def tag_resource(self):
        tags_of(self).update(self._get_param("Tags") or {})
        return EmptyResult()

    def untag_resource(self):
        tags = tags_of(self)
        for key in self._get_param("TagKeys") or []:
            tags.pop(key, None)
        return EmptyResult()

    def list_tags_for_resource(self):
        return ActionResult({"Tags": tags_of(self)})

    cognito.CognitoIdpUserPool.update_extended_config = update_extended_config
    cognito_responses.CognitoIdpResponse.tag_resource = tag_resource
    cognito_responses.CognitoIdpResponse.untag_resource = untag_resource
    cognito_responses.CognitoIdpResponse.list_tags_for_resource = list_tags_for_resource


def client_is_checked() -> None:
    """AWS: refuses a client whose scopes no resource server of the pool has (so the client must come after it), and
    client_credentials without a secret, without a custom scope or beside another flow.
    moto: accepts every client."""

    def check(pool, config: dict, has_secret: bool) -> None:
        scopes = config.get("AllowedOAuthScopes") or []
        flows = config.get("AllowedOAuthFlows") or []
        known = {
            f"{server.identifier}/{scope['ScopeName']}"
            for server in pool.resource_servers.values()
            for scope in server.scopes or []
        }
        for scope in scopes:
            if scope not in known | STANDARD_SCOPES:
                raise JsonRESTError("ScopeDoesNotExistException", f"Scope does not exist: {scope}")
        if "client_credentials" not in flows:
            return
        if len(flows) > 1:
            refuse("client_credentials flow can not be selected along with code flow or implicit flow.")
        if not has_secret:
            refuse("client_credentials flow can not be selected if client does not have a client secret.")
        if not set(scopes) & known or set(scopes) & STANDARD_SCOPES:
            refuse("client_credentials flow can not be selected without custom scopes, nor with OpenID's.")

    def refuse(message: str) -> None:
        raise JsonRESTError("InvalidOAuthFlowException", message)

    create = cognito.CognitoIdpBackend.create_user_pool_client
    update = cognito.CognitoIdpBackend.update_user_pool_client

    def create_user_pool_client(self, user_pool_id: str, generate_secret: bool, extended_config: dict):
        check(self.describe_user_pool(user_pool_id), extended_config, generate_secret)
        return create(self, user_pool_id, generate_secret, extended_config)

    def update_user_pool_client(self, user_pool_id: str, client_id: str, extended_config: dict):
        client = self.describe_user_pool_client(user_pool_id, client_id)
        check(self.describe_user_pool(user_pool_id), extended_config, client.generate_secret)
        return update(self, user_pool_id, client_id, extended_config)

    cognito.CognitoIdpBackend.create_user_pool_client = create_user_pool_client
    cognito.CognitoIdpBackend.update_user_pool_client = update_user_pool_client


def custom_domain_certificate_is_checked() -> None:
    """AWS: the certificate of a Cognito custom domain is an issued one of us-east-1, whatever the pool's region.
    moto: accepts any text."""
    create = cognito.CognitoIdpBackend.create_user_pool_domain

    def create_user_pool_domain(self, user_pool_id: str, domain: str, custom_domain_config: dict | None = None):
        certificate = (custom_domain_config or {}).get("CertificateArn")
        if certificate and ":acm:us-east-1:" not in certificate:
            raise InvalidParameterException(f"The certificate {certificate} is not in us-east-1.")
        return create(self, user_pool_id, domain, custom_domain_config)

    cognito.CognitoIdpBackend.create_user_pool_domain = create_user_pool_domain


def user_pool_with_domain_cannot_be_deleted() -> None:
    """AWS: refuses to delete a pool that still has a domain.
    moto: deletes it and leaves the domain behind."""
    delete = cognito.CognitoIdpBackend.delete_user_pool

    def delete_user_pool(self, user_pool_id: str) -> None:
        if self.describe_user_pool(user_pool_id).domain:
            raise InvalidParameterException(
                "User pool cannot be deleted. It has a domain configured that should be deleted first."
            )
        delete(self, user_pool_id)

    cognito.CognitoIdpBackend.delete_user_pool = delete_user_pool


# --------------------------------------------------------------------------------------------- API Gateway, HTTP APIs


def http_domain_name_becomes_available() -> None:
    """AWS: answers each configuration with its target, hosted zone, certificate and status AVAILABLE, no empty mutual
    TLS block; UpdateDomainName changes it; a domain name with mappings can be deleted.
    moto: echoes what it was sent (Terraform waits for AVAILABLE until it gives up), has no update, and fails with
    "dictionary changed size during iteration" while deleting mappings."""
    created = http.DomainName.__init__

    def __init__(self, *positional, **named) -> None:
        created(self, *positional, **named)
        self.region = (named.get("backend") or positional[-1]).region_name
        configure(self, self.domain_name_configurations)

    def configure(domain, configurations: list) -> None:
        target = f"d-{digest(domain.domain_name)[:10]}.execute-api.{domain.region}.amazonaws.com"
        domain.domain_name_configurations = [
            {
                "ipAddressType": "ipv4",
                **configuration,
                "apiGatewayDomainName": target,
                "domainNameStatus": "AVAILABLE",
                "hostedZoneId": "ZLY8HYME6SFDD",
            }
            for configuration in configurations
        ]

    described = http.DomainName.to_json

    def to_json(self) -> dict:
        description = described(self)
        if not self.mutual_tls_authentication:
            del description["mutualTlsAuthentication"]
        return description

    def update_domain_name(self):
        domain = self.apigatewayv2_backend.get_domain_name(self.path.split("/")[-1])
        changed = json.loads(self.body)
        if "domainNameConfigurations" in changed:
            configure(domain, changed["domainNameConfigurations"])
        if "mutualTlsAuthentication" in changed:
            domain.mutual_tls_authentication = changed["mutualTlsAuthentication"]
        return 200, {}, json.dumps(domain.to_json())

    delete = http.ApiGatewayV2Backend.delete_domain_name

    def delete_domain_name(self, domain_name: str) -> None:
        self.api_mappings = {id: each for id, each in self.api_mappings.items() if each.domain_name != domain_name}
        delete(self, domain_name)

    http.DomainName.__init__ = __init__
    http.DomainName.to_json = to_json
    http_responses.ApiGatewayV2Response.update_domain_name = update_domain_name
    http.ApiGatewayV2Backend.delete_domain_name = delete_domain_name


def http_cors_can_be_removed() -> None:
    """AWS: an API updated with an empty CORS configuration has none.
    moto: keeps the empty one, which Terraform plans to remove again and again."""
    update = http.Api.update

    def update_api(self, *positional, **named) -> None:
        update(self, *positional, **named)
        self.cors_configuration = self.cors_configuration or None

    http.Api.update = update_api


def http_mapping_can_change() -> None:
    """AWS: UpdateApiMapping points a mapping to another API, stage or key.
    moto: has no such action."""

    def update_api_mapping(self):
        parts, changed = self.path.split("/"), json.loads(self.body)
        mapping = self.apigatewayv2_backend.get_api_mapping(parts[-1], parts[-3])
        mapping.api_id = changed.get("apiId", mapping.api_id)
        mapping.stage = changed.get("stage", mapping.stage)
        mapping.api_mapping_key = changed.get("apiMappingKey", mapping.api_mapping_key)
        return 200, {}, json.dumps(mapping.to_json())

    http_responses.ApiGatewayV2Response.update_api_mapping = update_api_mapping


def http_stage_can_change() -> None:
    """AWS: UpdateStage changes throttling, access log, variables and the like; DeleteAccessLogSettings ends the log; a
    stage that deploys by itself has a deployment.
    moto: has none of these, so no change to a stage can be applied."""
    fields = {
        "accessLogSettings": "access_log_settings",
        "autoDeploy": "auto_deploy",
        "clientCertificateId": "client_certificate_id",
        "defaultRouteSettings": "default_route_settings",
        "description": "description",
        "routeSettings": "route_settings",
        "stageVariables": "stage_variables",
    }

    def update_stage(self):
        parts, changed = self.path.split("/"), json.loads(self.body)
        stage = self.apigatewayv2_backend.get_stage(parts[-3], unquote(parts[-1]))
        for name, field in fields.items():
            if name in changed:
                setattr(stage, field, changed[name])
        return 200, {}, json.dumps(stage.to_json())

    def delete_access_log_settings(self):
        parts = self.path.split("/")
        self.apigatewayv2_backend.get_stage(parts[-4], unquote(parts[-2])).access_log_settings = None
        return 204, {}, ""

    http_responses.ApiGatewayV2Response.update_stage = update_stage
    http_responses.ApiGatewayV2Response.delete_access_log_settings = delete_access_log_settings
    path = "{0}/v2/apis/(?P<api_id>[^/]+)/stages/(?P<stage_name>[^/]+)/accesslogsettings$"
    add_path(path, http_responses.ApiGatewayV2Response)


def http_tags_reach_stages_and_domain_names() -> None:
    """AWS: an ARN in /v2/tags may be a stage's or a domain name's.
    moto: routes only APIs' and VPC links', and keeps a stage's and a domain name's tags elsewhere."""
    tag, untag = http.ApiGatewayV2Backend.tag_resource, http.ApiGatewayV2Backend.untag_resource

    def tags_of(backend, arn: str) -> dict | None:
        parts = arn.split("/")
        if "/stages/" in arn:
            return backend.get_stage(parts[-3], parts[-1]).tags
        return backend.get_domain_name(parts[-1]).tags if "/domainnames/" in arn else None

    def tag_resource(self, resource_arn: str, tags: dict) -> None:
        own = tags_of(self, resource_arn)
        tag(self, resource_arn, tags) if own is None else own.update(tags)

    def untag_resource(self, resource_arn: str, tag_keys: list) -> None:
        own = tags_of(self, resource_arn)
        untag(self, resource_arn, tag_keys) if own is None else [own.pop(key, None) for key in tag_keys]

    http.ApiGatewayV2Backend.tag_resource = tag_resource
    http.ApiGatewayV2Backend.untag_resource = untag_resource
    add_path("{0}/v2/tags/(?P<resource_arn>.+)$", http_responses.ApiGatewayV2Response)


# --------------------------------------------------------------------------------------------- API Gateway, REST APIs


def rest_definition_can_change() -> None:
    """AWS: UpdateMethod, UpdateIntegration, UpdateMethodResponse and UpdateDomainName take patch operations.
    moto: has none of them, so no route's authorization and no domain name's certificate can be changed in place."""
    method_fields = {
        "apiKeyRequired": "api_key_required",
        "authorizationScopes": "authorization_scopes",
        "authorizationType": "authorization_type",
        "authorizerId": "authorizer_id",
        "operationName": "operation_name",
        "requestModels": "request_models",
        "requestParameters": "request_parameters",
        "requestValidatorId": "request_validator_id",
    }
    integration_fields = {
        "cacheKeyParameters": "cache_key_parameters",
        "cacheNamespace": "cache_namespace",
        "connectionType": "connection_type",
        "contentHandling": "content_handling",
        "credentials": "credentials",
        "httpMethod": "http_method",
        "passthroughBehavior": "passthrough_behaviour",
        "requestParameters": "request_parameters",
        "requestTemplates": "request_templates",
        "timeoutInMillis": "timeout_in_millis",
        "uri": "uri",
    }
    response_fields = {"responseModels": "response_models", "responseParameters": "response_parameters"}
    domain_fields = {
        "certificateArn": "certificate_arn",
        "regionalCertificateArn": "regional_certificate_arn",
        "securityPolicy": "security_policy",
    }

    def method_of(self):
        parts = self.path.split("/")
        return self.backend.get_method(parts[2], parts[4], parts[6])

    def update_method(self) -> str:
        return patched(method_of(self), method_fields, self._get_param("patchOperations"))

    def update_integration(self) -> str:
        return patched(method_of(self).method_integration, integration_fields, self._get_param("patchOperations"))

    def update_method_response(self) -> str:
        response = method_of(self).get_response(self.path.split("/")[8])
        return patched(response, response_fields, self._get_param("patchOperations"))

    def update_domain_name(self) -> str:
        domain = self.backend.get_domain_name(self.path.split("/")[2])
        return patched(domain, domain_fields, self._get_param("patchOperations"))

    responses = rest_responses.APIGatewayResponse
    responses.update_method = update_method
    responses.update_integration = update_integration
    responses.update_method_response = update_method_response
    responses.update_domain_name = update_domain_name


def patched(subject, fields: dict[str, str], operations: list[dict]) -> str:
    """Apply JSON-patch operations as API Gateway reads them: `/field`, or `/field/key` for one entry of a map."""
    for operation in operations:
        name, _, key = operation["path"].lstrip("/").partition("/")
        key = key.replace("~1", "/").replace("~0", "~")
        value, removes = operation.get("value"), operation["op"] == "remove"
        current = getattr(subject, fields[name])
        if name in ("authorizationScopes", "cacheKeyParameters", "providerARNs"):
            kept = [entry for entry in current or [] if entry != (value or key)]
            value = kept if removes else [*kept, value]
        elif key:
            kept = {entry: each for entry, each in (current or {}).items() if entry != key}
            value = kept if removes else {**kept, key: parsed(name, value)}
        else:
            value = None if removes else parsed(name, value)
        setattr(subject, fields[name], value)
    return json.dumps(subject.to_json())


def parsed(name: str, value: str):
    if name == "timeoutInMillis":
        return int(value)
    return value == "true" if value in ("true", "false") and name != "requestTemplates" else value


def rest_endpoint_can_be_enabled_again() -> None:
    """AWS: replacing `/disableExecuteApiEndpoint` by "false" enables the endpoint.
    moto: takes every text for true."""
    apply = rest.RestAPI.apply_patch_operations

    def apply_patch_operations(self, patch_operations: list[dict]) -> None:
        apply(self, patch_operations)
        for operation in patch_operations:
            if operation["path"] == "/disableExecuteApiEndpoint":
                self.disableExecuteApiEndpoint = str(operation["value"]).lower() == "true"

    rest.RestAPI.apply_patch_operations = apply_patch_operations


def rest_authorizer_can_change_pools() -> None:
    """AWS: UpdateAuthorizer adds and removes user pools at /providerARNs.
    moto: answers 500, "not implemented"."""
    apply = rest.Authorizer.apply_operations

    def apply_operations(self, operations: list[dict]):
        pools = [each for each in operations if each["path"] == "/providerARNs"]
        patched(self, {"providerARNs": "provider_arns"}, pools)
        return apply(self, [each for each in operations if each["path"] != "/providerARNs"])

    rest.Authorizer.apply_operations = apply_operations


def rest_method_settings_can_be_removed() -> None:
    """AWS: removing `/*/*` from a stage forgets the settings of all methods.
    moto: ignores it."""
    apply = rest.Stage.apply_operations

    def apply_operations(self, operations: list[dict]):
        for operation in operations:
            if operation["op"] == "remove":
                path = operation["path"].lstrip("/").replace("~1", "/")
                self.method_settings.pop(path, None)
        return apply(self, operations)

    rest.Stage.apply_operations = apply_operations


def rest_tags_reach_apis_and_domain_names() -> None:
    """AWS: an ARN in /tags may be an API's, a stage's or a domain name's.
    moto: routes and tags only stages'."""

    def tags_of(self) -> dict:
        parts = unquote(self.path.split("/tags/")[1]).split("/")
        if "stages" in parts:
            owner = self.backend.get_stage(parts[-3], parts[-1])
        elif "domainnames" in parts:
            owner = self.backend.get_domain_name(parts[-1])
        else:
            owner = self.backend.get_rest_api(parts[-1])
        owner.tags = owner.tags or {}
        return owner.tags

    def tag_resource(self):
        tags_of(self).update(self._get_param("tags") or {})
        return 204, {"status": 204}, ""

    def untag_resource(self):
        own = tags_of(self)
        for key in self.querystring.get("tagKeys") or []:
            own.pop(key, None)
        return 204, {"status": 204}, ""

    rest_responses.APIGatewayResponse.tag_resource = tag_resource
    rest_responses.APIGatewayResponse.untag_resource = untag_resource
    add_path("{0}/tags/(?P<resourceArn>.+)$", rest_responses.APIGatewayResponse)


def rest_logging_needs_the_account_role() -> None:
    """AWS: refuses execution or access logging of a REST stage while the account has no CloudWatch role, so the stage
    must come after `aws_api_gateway_account`.
    moto: accepts it."""
    update = rest.APIGatewayBackend.update_stage

    def update_stage(self, function_id: str, stage_name: str, patch_operations: list[dict]):
        for operation in patch_operations:
            path = operation["path"]
            logs = path.startswith("/accessLogSettings/") or path.endswith("/logging/loglevel")
            if logs and operation["op"] != "remove" and operation.get("value") != "OFF":
                if not self.account.cloudwatch_role_arn:
                    raise rest.BadRequestException(
                        "CloudWatch Logs role ARN must be set in account settings to enable logging"
                    )
        return update(self, function_id, stage_name, patch_operations)

    rest.APIGatewayBackend.update_stage = update_stage


# ------------------------------------------------------------------------------------------------------------- Lambda


def function_keeps_its_configuration() -> None:
    """AWS: a function has a logging configuration (text, to /aws/lambda/NAME, unless told), and its tracing, storage,
    logging and architecture can be changed.
    moto: forgets the logging configuration and ignores those changes."""
    configuration = functions.LambdaFunction.get_configuration
    update, update_code = functions.LambdaFunction.update_configuration, functions.LambdaFunction.update_function_code
    created = functions.LambdaFunction.__init__

    def __init__(self, account_id: str, spec: dict, *positional, **named) -> None:
        created(self, account_id, spec, *positional, **named)
        self.logging_config = spec.get("LoggingConfig") or {}

    def get_configuration(self, on_create: bool = False) -> dict:
        default = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"}
        return {**configuration(self, on_create), "LoggingConfig": {**default, **self.logging_config}}

    def update_configuration(self, config_updates: dict) -> dict:
        self.logging_config = config_updates.get("LoggingConfig") or self.logging_config
        self.tracing_config = config_updates.get("TracingConfig") or self.tracing_config
        if "EphemeralStorage" in config_updates:
            self.ephemeral_storage = config_updates["EphemeralStorage"]["Size"]
        return update(self, config_updates)

    def update_function_code(self, updated_spec: dict) -> dict:
        self.architectures = updated_spec.get("Architectures") or self.architectures
        return update_code(self, updated_spec)

    functions.LambdaFunction.__init__ = __init__
    functions.LambdaFunction.get_configuration = get_configuration
    functions.LambdaFunction.update_configuration = update_configuration
    functions.LambdaFunction.update_function_code = update_function_code


# ------------------------------------------------------------------------------------------------------------- others


def item_attributes_keep_their_type() -> None:
    """AWS: UpdateItem with AttributeUpdates puts a value of any type.
    moto: puts a BOOL as a string (Terraform cannot read the item again) and forgets a NULL."""
    update = dynamodb.Item.update_with_attribute_updates

    def update_with_attribute_updates(self, attribute_updates: dict) -> None:
        others = {}
        for name, change in attribute_updates.items():
            if change.get("Action", "PUT") == "PUT":
                self.attrs[name] = dynamodb.DynamoType(change["Value"])
            else:
                others[name] = change
        update(self, others)

    dynamodb.Item.update_with_attribute_updates = update_with_attribute_updates


def record_changes_are_in_sync_at_once() -> None:
    """AWS: ChangeResourceRecordSets answers PENDING, and INSYNC some thirty seconds later.
    moto: answers INSYNC, but Terraform still waits 15 seconds before it asks: without a ChangeInfo it does not ask."""

    def change_resource_record_sets(self):
        change(self)
        return ActionResult({})

    change = dns_responses.Route53.change_resource_record_sets
    dns_responses.Route53.change_resource_record_sets = change_resource_record_sets


def unknown_actions_fail_at_once() -> None:
    """AWS: has every action.
    moto: answers 500 to one it lacks or fails in, which Terraform retries 25 times; a 400 ends the test at once."""
    call = BaseResponse.call_action

    def call_action(self):
        try:
            return call(self)
        except Exception as missing:
            traceback.print_exc(file=sys.stderr)
            print(f"emulator: {self.service_name}: {missing}", file=sys.stderr)
            body = {"__type": "NotEmulatedException", "message": f"{self.service_name}: {missing}"}
            return 400, {"x-amzn-errortype": "NotEmulatedException"}, json.dumps(body)

    BaseResponse.call_action = call_action


# ----------------------------------------------------------------------------------------------------------------------


def add_path(path: str, responses: type) -> None:
    """moto serves REST and HTTP APIs from one table of paths, which starts with REST's own."""
    http_urls.url_paths[path] = responses.dispatch
    rest_urls.url_paths[path] = responses.dispatch


def digest(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()


PATCHES = [
    resource_servers_can_change,
    user_pool_domain_is_described_in_full,
    user_pool_tags_can_change,
    client_is_checked,
    custom_domain_certificate_is_checked,
    user_pool_with_domain_cannot_be_deleted,
    http_domain_name_becomes_available,
    http_cors_can_be_removed,
    http_mapping_can_change,
    http_stage_can_change,
    http_tags_reach_stages_and_domain_names,
    rest_definition_can_change,
    rest_endpoint_can_be_enabled_again,
    rest_authorizer_can_change_pools,
    rest_method_settings_can_be_removed,
    rest_tags_reach_apis_and_domain_names,
    rest_logging_needs_the_account_role,
    function_keeps_its_configuration,
    item_attributes_keep_their_type,
    record_changes_are_in_sync_at_once,
    unknown_actions_fail_at_once,
]

if __name__ == "__main__":
    main()
