"""The whole account as plain data: what two histories are compared by.

Everything that a stack of ours makes is here, by name; ids are replaced by what they stand for (`bed.names`), moments
left out, lists without an order sorted. A second deployment, a left-over record or a grant that nobody took back shows.
"""

import json

from moto.acm.models import acm_backends
from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends
from moto.awslambda.models import lambda_backends
from moto.cognitoidp.models import cognitoidp_backends
from moto.core import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.iam.models import iam_backends
from moto.logs.models import logs_backends
from moto.route53.models import route53_backends
from moto.ssm.models import ssm_backends

from bed.common import regions
from bed.names import Names, target_of
from bed.snapshots import definition_of

MOMENTS = {
    "CodeSize",
    "CreatedAt",
    "CreationDate",
    "CreationDateTime",
    "IssuedAt",
    "LastModified",
    "LastModifiedDate",
    "NotAfter",
    "NotBefore",
    "RevisionId",
    "Serial",
    "TableId",
    "certificateUploadDate",
    "createdDate",
    "lastUpdatedDate",
}
# Lists whose order AWS does not keep.
SETS = {
    "AliasAttributes",
    "AllowedOAuthFlows",
    "AllowedOAuthScopes",
    "AttributeDefinitions",
    "AutoVerifiedAttributes",
    "CallbackURLs",
    "ExplicitAuthFlows",
    "LogoutURLs",
    "ReadAttributes",
    "Scopes",
    "SecurityGroupIds",
    "SubjectAlternativeNames",
    "SubnetIds",
    "SupportedIdentityProviders",
    "Tags",
    "UsernameAttributes",
    "WriteAttributes",
    "allowHeaders",
    "allowMethods",
    "allowOrigins",
    "audience",
    "authorizationScopes",
    "binaryMediaTypes",
    "exposeHeaders",
    "providerARNs",
}


def account() -> dict:
    described = {
        "cognito": by_region(cognitoidp_backends, pools),
        "rest": by_region(apigateway_backends, rest),
        "http": by_region(apigatewayv2_backends, http),
        "functions": by_region(lambda_backends, functions),
        "tables": by_region(dynamodb_backends, tables),
        "parameters": by_region(ssm_backends, parameters),
        "logGroups": by_region(logs_backends, log_groups),
        "certificates": by_region(acm_backends, certificates),
        "roles": roles(iam_backends[DEFAULT_ACCOUNT_ID]["aws"]),
        "records": records(route53_backends[DEFAULT_ACCOUNT_ID]["aws"]),
    }
    return normal(Names().resolved(normal(described)))


def by_region(backends, describe) -> dict:
    described = {backend.region_name: describe(backend) for backend in regions(backends)}
    return {region: each for region, each in described.items() if any(each.values())}


def normal(value, key: str = ""):
    """Without moments, without what is absent, and with lists that are sets in one order."""
    if isinstance(value, dict):
        return {
            name: normal(value[name], name)
            for name in sorted(value, key=str)
            if name not in MOMENTS and value[name] is not None
        }
    if isinstance(value, (list, tuple)):
        listed = [normal(each) for each in value]
        return sorted(listed, key=lambda each: json.dumps(each, sort_keys=True)) if key in SETS else listed
    return value if isinstance(value, (str, int, float, bool)) or value is None else str(value)


def named(objects: list[tuple[str, dict]]) -> dict:
    """By name; what shares its name with another is numbered, so that a second one shows."""
    result: dict[str, dict] = {}
    for name, each in sorted(objects, key=lambda entry: (str(entry[0]), json.dumps(entry[1], default=str))):
        numbered, number = name, 1
        while numbered in result:
            number += 1
            numbered = f"{name}#{number}"
        result[numbered] = each
    return result


def pools(backend) -> dict:
    described = []
    for pool in backend.user_pools.values():
        attributes = pool.to_json(extended=True)
        attributes.pop("EstimatedNumberOfUsers", None)
        attributes.pop("UserPoolId", None)
        attributes["mfa"] = backend.get_user_pool_mfa_config(pool.id)
        attributes["clients"] = named([(each.extended_config.get("ClientName"), client(each)) for each in pool.clients.values()])
        attributes["resourceServers"] = named([(each.identifier, each.to_json()) for each in pool.resource_servers.values()])
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
    attributes = each.to_json(extended=True)
    return {**attributes, "GenerateSecret": each.generate_secret}


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


def http(backend) -> dict:
    described = []
    for api in backend.apis.values():
        attributes = api.to_json()
        attributes["authorizers"] = named([(each.name, each.to_json()) for each in api.authorizers.values()])
        attributes["integrations"] = named(
            [(target_of(each.integration_uri), each.to_json()) for each in api.integrations.values()]
        )
        attributes["routes"] = named([(each.route_key, each.to_json()) for each in api.routes.values()])
        attributes["stages"] = {name: each.to_json() for name, each in api.stages.items()}
        described.append((api.name, attributes))
    return {
        "apis": named(described),
        "domainNames": {name: each.to_json() for name, each in backend.domain_names.items()},
        "mappings": named(
            [(f"{each.domain_name}/{each.api_mapping_key or ''}", each.to_json()) for each in backend.api_mappings.values()]
        ),
        "vpcLinks": named([(each.name, each.to_json()) for each in backend.vpc_links.values()]),
    }


def functions(backend) -> dict:
    described = {}
    for each in backend.list_functions():
        described[each.function_name] = {
            **each.get_configuration(),
            "policy": {statement["Sid"]: statement for statement in each.policy.statements},
            "tags": each.tags,
            "reservedConcurrency": each.reserved_concurrency,
            "aliases": sorted(backend._lambdas._get_function_aliases(each.function_name)),
        }
    return described


def tables(backend) -> dict:
    described = {}
    for name, table in backend.tables.items():
        items = [each.to_json() for each in table.all_items()]
        described[name] = {
            **table.describe(base_key="Table")["Table"],
            "continuousBackups": table.continuous_backups,
            "ttl": table.ttl,
            "tags": table.tags,
            "items": sorted(items, key=lambda item: json.dumps(item, sort_keys=True)),
        }
        for counted in ("ItemCount", "TableSizeBytes"):
            described[name].pop(counted, None)
    return described


def parameters(backend) -> dict:
    described = {}
    for name, versions in dict.items(backend._parameters):
        newest = versions[-1]
        described[name] = {
            "type": newest.parameter_type,
            "value": newest.value,
            "description": newest.description,
            "tier": newest.tier,
            "tags": dict(backend._resource_tags["Parameter"].get(name, {})),
        }
    return described


def log_groups(backend) -> dict:
    return {
        name: {
            "retentionInDays": group.retention_in_days,
            "kmsKeyId": group.kms_key_id,
            "tags": backend.tagger.get_tag_dict_for_resource(group.arn),
        }
        for name, group in backend.groups.items()
    }


def certificates(backend) -> dict:
    described = []
    for certificate in backend._certificates.values():
        attributes = certificate.describe()["Certificate"]
        described.append((attributes["DomainName"], {**attributes, "tags": dict(certificate.tags)}))
    return named(described)


def roles(backend) -> dict:
    return {
        role.name: {
            "path": role.path,
            "description": role.description,
            "trust": document(role.assume_role_policy_document),
            "policies": {name: document(text) for name, text in role.policies.items()},
            "attached": sorted(role.managed_policies),
            "boundary": role.permissions_boundary_arn,
            "maxSessionDuration": role.max_session_duration,
            "tags": role.tags if isinstance(role.tags, dict) else {tag["Key"]: tag["Value"] for tag in role.tags or []},
        }
        for role in backend.roles.values()
        if not role._linked_service
    }


def document(text):
    return json.loads(text) if isinstance(text, str) else text


def records(backend) -> dict:
    described = {}
    for zone in backend.zones.values():
        described[zone.name] = named(
            [
                (
                    f"{each.name} {each.type}",
                    {"ttl": each.ttl, "records": each.records, "alias": each.alias_target},
                )
                for each in zone.rrsets
                if each.type not in ("NS", "SOA")
            ]
        )
    return described
