"""Functions, tables, parameters, log groups, certificates, roles and records as plain data."""

import json
import re

from bed.function_events import invocations
from bed.function_layers import attached
from bed.function_versions import provisioned
from bed.plain import named
from bed.scaling import tags_of


def functions(backend) -> dict:
    described = {}
    for each in backend.list_functions():
        described[each.function_name] = {
            **attached(backend, each.get_configuration()),
            "VpcConfig": network_of(each),
            "policy": named([permitted(statement) for statement in each.policy.statements]),
            "tags": each.tags,
            "codeSigning": each.code_signing_config_arn,
            "reservedConcurrency": each.reserved_concurrency,
            "aliases": aliases(backend, each),
            "events": events(backend, each),
            "invocations": invocations(each),
        }
    return described


def aliases(backend, function) -> dict:
    """Each by what its version is: the number counts former deployments, whose versions stay."""
    described = {}
    for name, alias in backend._lambdas._get_function_aliases(function.function_name).items():
        version = backend.get_function(function.function_name, alias.function_version)
        told = {**attached(backend, version.get_configuration()), "VpcConfig": network_of(version)}
        described[name] = {
            "version": {key: value for key, value in told.items() if key not in ("FunctionArn", "Version")},
            "routing": alias.routing_config,
            "provisionedConcurrency": provisioned(function).get(name),
        }
    return described


def events(backend, function) -> dict:
    """What Lambda itself reads for the function, by where it reads."""
    described = {}
    for mapping in backend._event_source_mappings.values():
        if mapping.function_arn.startswith(function.function_arn):
            told = mapping.get_configuration()
            for random in ("UUID", "EventSourceArn", "EventSourceMappingArn", "LastModified"):
                told.pop(random, None)
            described[re.sub("/stream/[0-9].*", "/stream", mapping.event_source_arn)] = told
    return described


def schedules(backend) -> dict:
    return {
        name: {key: value for key, value in one.to_dict().items() if not key.endswith("Date")}
        for group in backend.schedule_groups.values()
        for name, one in group.schedules.items()
    }


def subscriptions(backend) -> dict:
    described = [
        (f"{one.topic.arn} {one.protocol}", {"endpoint": one.endpoint, "attributes": settings(one)})
        for one in backend.subscriptions.values()
    ]
    return named(described)


def settings(subscription) -> dict:
    return {key: value for key, value in subscription.attributes.items() if key != "SubscriptionArn"}


def permitted(statement: dict) -> tuple[str, dict]:
    """A statement by what it permits; its id, where it is a digest, is made of the API's id and says nothing."""
    source = statement.get("Condition", {}).get("ArnLike", {}).get("AWS:SourceArn", "anything")
    digest = re.fullmatch(r"tollgate-[0-9a-f]{16}", statement["Sid"])
    return source, {**statement, "Sid": "a digest" if digest else statement["Sid"]}


def network_of(function) -> dict | None:
    """A function that left its network describes an empty one, which is none."""
    network = function.vpc_config
    return network if network and network.get("SubnetIds") else None


def tables(backend) -> dict:
    described = {}
    for name, table in backend.tables.items():
        items = [each.to_json() for each in table.all_items()]
        told = table.describe(base_key="Table")["Table"]
        for counted in ("ItemCount", "TableSizeBytes", "WarmThroughput", "LatestStreamLabel", "LatestStreamArn"):
            told.pop(counted, None)
        for listed, key in (("GlobalSecondaryIndexes", "IndexName"), ("AttributeDefinitions", "AttributeName")):
            told[listed] = sorted(told[listed], key=lambda one, key=key: one[key])
        for index in told["GlobalSecondaryIndexes"]:
            index.pop("WarmThroughput", None)
        capacity = {
            name: told["ProvisionedThroughput"].get(name) for name in ("ReadCapacityUnits", "WriteCapacityUnits")
        }
        described[name] = {
            **told,
            "ProvisionedThroughput": capacity if table.billing_mode != "PAY_PER_REQUEST" else None,
            "continuousBackups": table.continuous_backups,
            "ttl": table.ttl if table.ttl["TimeToLiveStatus"] == "ENABLED" else None,
            "tags": {tag["Key"]: tag["Value"] for tag in table.tags},
            "items": sorted(items, key=lambda item: json.dumps(item, sort_keys=True)),
        }
    return described


def objects(backend) -> dict:
    return {
        name: {key: backend.tagger.get_tag_dict_for_resource(each.arn) for key, each in sorted(bucket.keys.items())}
        for name, bucket in backend.buckets.items()
    }


def scaling(backend) -> dict:
    described = {}
    for dimension, targets in backend.targets.items():
        for resource, target in targets.items():
            _, policies = backend.describe_scaling_policies("dynamodb", resource, dimension)
            described[f"{resource} {dimension}"] = {
                "least": target.min_capacity,
                "most": target.max_capacity,
                "tags": tags_of(target),
                "policies": {
                    policy.policy_name: [policy.policy_type, policy.target_tracking_scaling_policy_configuration]
                    for policy in policies
                },
            }
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
        # moto makes them in the order of a set.
        attributes.get("DomainValidationOptions", []).sort(key=lambda option: option["DomainName"])
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
            "maxSessionDuration": int(role.max_session_duration or 3600),
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
