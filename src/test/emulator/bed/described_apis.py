"""User pools, REST APIs and HTTP APIs as plain data."""

from bed.common import clients_of
from bed.names import target_of
from bed.plain import named
from bed.snapshots import definition_of


def pools(backend) -> dict:
    described = []
    for pool in backend.user_pools.values():
        attributes = pool.to_json(extended=True)
        for told_elsewhere in ("EstimatedNumberOfUsers", "UserPoolId", "PoolName"):
            attributes.pop(told_elsewhere, None)
        attributes.setdefault("DeletionProtection", "INACTIVE")
        attributes["mfa"] = backend.get_user_pool_mfa_config(pool.id)
        attributes["clients"] = named(
            [(each.extended_config.get("ClientName"), client(each)) for each in clients_of(pool)]
        )
        attributes["resourceServers"] = named(
            [(each.identifier, each.to_json()) for each in pool.resource_servers.values()]
        )
        attributes["groups"] = named([(each.group_name, each.to_json()) for each in pool.groups.values()])
        attributes["identityProviders"] = named(
            [(each.name, each.to_json(extended=True)) for each in pool.identity_providers.values()]
        )
        attributes["users"] = sorted(pool.users)
        described.append((pool.name, attributes))
    return {
        "pools": named(described),
        "domains": {name: each.to_json() for name, each in backend.user_pool_domains.items()},
    }


def client(each) -> dict:
    """What it is stands before its ids: by that `named` tells clients of one name apart."""
    settings = dict(sorted(each.extended_config.items()))
    return {**settings, **each.to_json(extended=True), "GenerateSecret": each.generate_secret}


def rest(backend) -> dict:
    described = []
    for api in backend.apis.values():
        attributes = {**api.to_dict(), **definition_of(api)}
        attributes["deployments"] = [getattr(each, "snapshot", None) for each in api.deployments.values()]
        attributes["stages"] = {
            name: {
                **stage.to_json(),
                "snapshot": getattr(api.deployments.get(stage.deployment_id), "snapshot", None),
            }
            for name, stage in api.stages.items()
        }
        described.append((api.name, attributes))
    return {
        "account": account_role(backend.account),
        "apis": named(described),
        "domainNames": {name: each.to_json() for name, each in backend.domain_names.items()},
        "basePathMappings": {
            f"{domain}/{path}": each.to_json()
            for domain, mappings in backend.base_path_mappings.items()
            for path, each in mappings.items()
        },
    }


def account_role(settings) -> dict:
    return {"cloudwatchRoleArn": settings.cloudwatch_role_arn} if settings.cloudwatch_role_arn else {}


def callers(api, integration) -> list[str]:
    target = f"integrations/{integration.id}"
    return sorted(route.route_key for route in api.routes.values() if route.target == target)


def http(backend) -> dict:
    described = []
    for api in backend.apis.values():
        attributes = api.to_json()
        attributes["authorizers"] = named([(each.name, each.to_json()) for each in api.authorizers.values()])
        # Two integrations of one function are told apart by who calls them, not by their ids.
        attributes["integrations"] = named(
            [
                (target_of(each.integration_uri), {"routeKeys": callers(api, each), **each.to_json()})
                for each in api.integrations.values()
            ]
        )
        attributes["routes"] = named([(each.route_key, each.to_json()) for each in api.routes.values()])
        attributes["stages"] = {name: each.to_json() for name, each in api.stages.items()}
        described.append((api.name, attributes))
    return {
        "apis": named(described),
        "domainNames": {name: each.to_json() for name, each in backend.domain_names.items()},
        "mappings": named(
            [
                (f"{each.domain_name}/{each.api_mapping_key or ''}", each.to_json())
                for each in backend.api_mappings.values()
            ]
        ),
        "vpcLinks": named([(each.name, each.to_json()) for each in backend.vpc_links.values()]),
    }
