"""The stable name of everything that AWS gives an id at random, so that two accounts and two runs can be compared."""

import re
import sys

from moto.acm.models import acm_backends
from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.cognitoidp.models import cognitoidp_backends
from moto.core import DEFAULT_ACCOUNT_ID
from moto.route53.models import route53_backends

from bed.common import clients_of, digest, regions

FUNCTION = re.compile(r":function:([A-Za-z0-9_-]+)")


class Names:
    """Ids of this moment and what they stand for; a name that is taken gets `#2`, `#3` …, in the order of creation."""

    def __init__(self):
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        for collect in (
            self._cognito,
            self._rest,
            self._http,
            self._certificates,
            self._zones,
            self._networks,
            self._keys,
        ):
            collect()
        longest_first = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def resolved(self, value):
        """The value with every known id replaced by its name, in texts, lists and maps, keys included."""
        if isinstance(value, dict):
            return {self.resolved(key): self.resolved(each) for key, each in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.resolved(each) for each in value]
        return self._pattern.sub(lambda found: self._names[found.group()], value) if isinstance(value, str) else value

    def _call(self, identifier: str, name: str) -> None:
        numbered, number = name, 1
        while numbered in self._taken:
            number += 1
            numbered = f"{name}#{number}"
        self._taken.add(numbered)
        self._names[identifier] = numbered

    def _cognito(self) -> None:
        for backend in regions(cognitoidp_backends):
            for pool in list(backend.user_pools.values()):
                self._call(pool.id, f"pool:{pool.name}")
                for client in clients_of(pool):
                    name = client.extended_config.get("ClientName")
                    self._call(client.id, f"client:{name}")
                    self._call(client.secret, f"secret:{name}")
            for domain in list(backend.user_pool_domains.values()):
                # as `user_pool_domain_is_described_in_full` makes it
                self._names[digest(f"{domain.user_pool_id} {domain.domain}")[:13]] = f"distribution:{domain.domain}"

    def _rest(self) -> None:
        for backend in regions(apigateway_backends):
            for api in list(backend.apis.values()):
                self._call(api.id, f"api:{api.name}")
                for resource in list(api.resources.values()):
                    self._names[resource.id] = path_of(api, resource)
                for authorizer in list(api.authorizers.values()):
                    self._call(authorizer.id, f"authorizer:{authorizer.name}")
                for deployment in list(api.deployments.values()):
                    self._names[deployment.id] = "deployment"
            for domain in list(backend.domain_names.values()):
                self._names[domain.regional_domain_name] = f"target:{domain.domain_name}"
                self._names[domain.distribution_domain_name] = f"distribution:{domain.domain_name}"

    def _http(self) -> None:
        for backend in regions(apigatewayv2_backends):
            for api in list(backend.apis.values()):
                self._call(api.api_id, f"api:{api.name}")
                for integration in by_first_route(api):
                    self._call(integration.id, f"integration:{target_of(integration.integration_uri)}")
                for authorizer in list(api.authorizers.values()):
                    self._call(authorizer.id, f"authorizer:{authorizer.name}")
                for route in list(api.routes.values()):
                    self._names[route.route_id] = f"route:{route.route_key}"
            for mapping in list(backend.api_mappings.values()):
                self._names[mapping.api_mapping_id] = f"mapping:{mapping.domain_name}/{mapping.api_mapping_key or ''}"

    def _certificates(self) -> None:
        for backend in regions(acm_backends):
            for arn, certificate in list(backend._certificates.items()):
                self._call(arn.rpartition("/")[2], domain_of(certificate))

    def _zones(self) -> None:
        for backend in [route53_backends[DEFAULT_ACCOUNT_ID]["aws"]]:
            for zone in list(backend.zones.values()):
                self._names[zone.resource_id] = f"zone:{zone.name}"

    def _networks(self) -> None:
        """Those that `prepare.py --vpc` tells of; EC2 takes long to load, so it is not asked before somebody else does."""
        loaded = sys.modules.get("moto.ec2.models")
        for backend in regions(loaded.ec2_backends) if loaded else []:
            for subnet in [each for zone in list(backend.subnets.values()) for each in list(zone.values())]:
                self._names[subnet.id] = f"subnet:{subnet.availability_zone}"
            for group in [each for vpc in list(backend.groups.values()) for each in list(vpc.values())]:
                self._names[group.id] = f"group:{group.name}"
            for vpc in list(backend.vpcs.values()):
                self._names[vpc.id] = f"vpc:{vpc.cidr_block}"

    def _keys(self) -> None:
        """The key of an encrypted table, which AWS makes with the first one."""
        loaded = sys.modules.get("moto.kms.models")
        for backend in regions(loaded.kms_backends) if loaded else []:
            for identifier, key in list(backend.keys.items()):
                self._names[identifier] = f"key:{key.description}"


def domain_of(certificate) -> str:
    """Its first name; asking for it takes long, so it is kept."""
    if not hasattr(certificate, "first_name"):
        certificate.first_name = certificate.describe()["Certificate"]["DomainName"]
    return certificate.first_name


def path_of(api, resource) -> str:
    """The path of a resource, also of one whose parent is gone (moto's own fails then)."""
    parts = []
    while resource is not None and resource.parent_id:
        parts.insert(0, resource.path_part)
        resource = api.resources.get(resource.parent_id)
    return "/" + "/".join(parts)


def by_first_route(api) -> list:
    """The integrations of an HTTP API. Two of one target are told apart by what they answer: Terraform makes them side by side."""
    first: dict[str, str] = {}
    for route in list(api.routes.values()):
        identifier = (route.target or "").rpartition("/")[2]
        first[identifier] = min(route.route_key, first.get(identifier, route.route_key))
    return sorted(list(api.integrations.values()), key=lambda each: first.get(each.id, "~"))


def target_of(uri: str | None) -> str:
    """What an integration calls: the function's name, or the address itself."""
    found = FUNCTION.search(uri or "")
    return found.group(1) if found else str(uri)
