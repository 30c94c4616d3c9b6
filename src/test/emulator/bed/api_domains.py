"""Custom domain names of either kind of API, and their mappings."""

import json

from moto.apigateway import models as rest
from moto.apigatewayv2 import models as http
from moto.apigatewayv2 import responses as http_responses

from bed.common import digest


def http_domain_name_becomes_available() -> None:
    """AWS: answers each configuration with its target, hosted zone, certificate and status AVAILABLE, no empty mutual
    TLS block; UpdateDomainName changes it; a domain name with mappings can be deleted
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname.html).
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


def http_mapping_can_change() -> None:
    """AWS: UpdateApiMapping points a mapping to another API, stage or key
    (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings-apimappingid.html).
    moto: has no such action."""

    def update_api_mapping(self):
        parts, changed = self.path.split("/"), json.loads(self.body)
        mapping = self.apigatewayv2_backend.get_api_mapping(parts[-1], parts[-3])
        mapping.api_id = changed.get("apiId", mapping.api_id)
        mapping.stage = changed.get("stage", mapping.stage)
        mapping.api_mapping_key = changed.get("apiMappingKey", mapping.api_mapping_key)
        return 200, {}, json.dumps(mapping.to_json())

    http_responses.ApiGatewayV2Response.update_api_mapping = update_api_mapping


def rest_domain_name_takes_its_mappings_along() -> None:
    """AWS: what was mapped below a domain name is not mapped any more when the name is deleted
    (https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDomainName.html; from memory).
    moto: keeps the mappings, which then hold their stages for ever."""
    delete = rest.APIGatewayBackend.delete_domain_name

    def delete_domain_name(self, domain_name: str) -> None:
        delete(self, domain_name)
        self.base_path_mappings.pop(domain_name, None)

    rest.APIGatewayBackend.delete_domain_name = delete_domain_name


PATCHES = [
    http_domain_name_becomes_available,
    http_mapping_can_change,
    rest_domain_name_takes_its_mappings_along,
]
