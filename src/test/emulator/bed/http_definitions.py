"""What the parts of an HTTP API may be: CORS, route keys, integrations, authorizers."""

import ipaddress
import re
from urllib.parse import urlsplit

from moto.apigatewayv2 import models as http
from moto.cognitoidp.models import cognitoidp_backends

from bed.common import ACCOUNT, before, refuse

BAD = "BadRequestException"
METHODS = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY"
POOL = re.compile(r"https://cognito-idp\.([a-z0-9-]+)\.amazonaws\.com/([\w-]+)")


def http_cors_is_checked() -> None:
    """AWS: an origin is `*`, `https://*`, `http://*` or scheme and host; with credentials there is no `*`; -1 to 86,400
    seconds (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html;
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html; wording from memory). A description has
    1,024 characters.
    moto: takes any."""

    @before(http.ApiGatewayV2Backend, "create_api")
    @before(http.ApiGatewayV2Backend, "update_api")
    def check(self, given) -> None:
        if len(given.description or "") > 1024:
            refuse(BAD, "Description must be at most 1024 characters long.")
        cors = given.cors_configuration or {}
        for origin in cors.get("allowOrigins") or []:
            if origin == "*" and cors.get("allowCredentials"):
                refuse(BAD, "allow-origin can not be asterisk if allow-credentials is true")
            if origin != "*" and not re.fullmatch(r"[a-z][a-z0-9+.-]*://(\*|[^/?#*\s]+)", origin):
                refuse(BAD, f"Invalid format for origin {origin}. Origins should be of the form scheme://host[:port].")
        if not -1 <= (cors.get("maxAge") or 0) <= 86_400:
            refuse(BAD, "maxAge must be between -1 and 86400.")


def http_route_key_is_checked() -> None:
    """AWS: "The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE
    PATH>" or "$default""; a variable is a whole segment and a greedy one the last
    (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html; wording from memory).
    moto: takes any text."""
    segment = r"(?:[^{}/]+|\{[A-Za-z0-9._-]+\})"
    allowed = re.compile(rf"\$default|(?:{METHODS}) /(?:(?:{segment}/)*(?:{segment}|\{{[A-Za-z0-9._-]+\+\}}))?")

    @before(http.ApiGatewayV2Backend, "create_route")
    @before(http.ApiGatewayV2Backend, "update_route")
    def check(self, given) -> None:
        if (
            self.get_api(given.api_id).protocol_type == "HTTP"
            and given.route_key
            and not allowed.fullmatch(given.route_key)
        ):
            refuse(BAD, "The provided route key is not formatted properly for HTTP protocol.")


def http_integration_is_checked() -> None:
    """AWS: an HTTP API calls by AWS_PROXY or HTTP_PROXY, says its payload format (2.0 for a function only), and waits 50 to
    30,000 ms (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html,
    http-api-quotas.html).
    moto: takes any."""

    @before(http.ApiGatewayV2Backend, "create_integration")
    @before(http.ApiGatewayV2Backend, "update_integration")
    def check(self, given) -> None:
        if self.get_api(given.api_id).protocol_type != "HTTP":
            return
        if given.integration_type and given.integration_type not in ("AWS_PROXY", "HTTP_PROXY"):
            refuse(BAD, "Only integrations of type AWS_PROXY or HTTP_PROXY are supported by HTTP APIs.")
        if given.payload_format_version == "2.0" and (
            given.integration_type == "HTTP_PROXY" or given.integration_subtype
        ):
            refuse(BAD, "PayloadFormatVersion 2.0 is supported by Lambda integrations only.")
        if not 50 <= int(given.timeout_in_millis or 30_000) <= 30_000:
            refuse(BAD, "Timeout should be between 50 ms and 30000 ms.")

    @before(http.ApiGatewayV2Backend, "create_integration")
    def made(self, given) -> None:
        if self.get_api(given.api_id).protocol_type == "HTTP" and not given.payload_format_version:
            refuse(BAD, "PayloadFormatVersion is a required parameter for integration")


def http_authorizer_is_checked() -> None:
    """AWS: a JWT authorizer reads one identity source of the request and fetches the issuer's discovery document, so the
    issuer is a public https address, and a user pool of Cognito is there; simple responses need payload format 2.0; 0 to
    3,600 seconds (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html,
    http-api-lambda-authorizer.html).
    moto: takes any, and fetches nothing. Here a foreign issuer is taken to answer."""

    @before(http.ApiGatewayV2Backend, "create_authorizer")
    @before(http.ApiGatewayV2Backend, "update_authorizer")
    def check(self, given) -> None:
        if given.authorizer_type == "JWT":
            sources = given.identity_source or []
            if len(sources) != 1 or not re.fullmatch(r"\$request\.(header|querystring)\.\S+", sources[0]):
                refuse(
                    BAD,
                    "A JWT authorizer takes one identity source, $request.header.NAME or $request.querystring.NAME.",
                )
        issuer = (given.jwt_config or {}).get("issuer")
        if issuer and not answers(issuer):
            refuse(
                BAD,
                f"Caught exception when connecting to {issuer}/.well-known/openid-configuration for issuer {issuer}. Please try again later.",
            )
        if given.enable_simple_response and given.auth_payload_format_version == "1.0":
            refuse(BAD, "EnableSimpleResponses is supported by payload format version 2.0 only.")
        if not 0 <= int(given.auth_result_ttl or 0) <= 3600:
            refuse(BAD, "AuthorizerResultTtlInSeconds must be between 0 and 3600.")

    def answers(issuer: str) -> bool:
        pool = POOL.fullmatch(issuer)
        if pool:
            return pool.group(2) in cognitoidp_backends[ACCOUNT][pool.group(1)].user_pools
        parts = urlsplit(issuer)
        return parts.scheme == "https" and is_public(parts.hostname or "") and ".well-known" not in parts.path

    def is_public(host: str) -> bool:
        try:
            return ipaddress.ip_address(host).is_global
        except ValueError:
            return "." in host and not host.endswith((".local", ".internal", ".localhost"))


PATCHES = [
    http_cors_is_checked,
    http_route_key_is_checked,
    http_integration_is_checked,
    http_authorizer_is_checked,
]
