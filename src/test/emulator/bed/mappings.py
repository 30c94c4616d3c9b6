"""Which stages a custom domain maps: REST's base path mappings and the second API's mappings are one list on AWS."""

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends

from bed.common import ACCOUNT


def domains_of(region: str, api_id: str, stage: str | None = None) -> list[str]:
    """The domain names that map this API, or this stage of it."""
    found = [
        (each.rest_api_id, each.stage, domain)
        for domain, mappings in apigateway_backends[ACCOUNT][region].base_path_mappings.items()
        for each in mappings.values()
    ] + [
        (each.api_id, each.stage, each.domain_name)
        for each in apigatewayv2_backends[ACCOUNT][region].api_mappings.values()
    ]
    return sorted({domain for api, mapped, domain in found if api == api_id and stage in (None, mapped)})
