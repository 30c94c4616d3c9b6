"""Tables that are in other regions too."""

import copy
from collections import defaultdict

from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.table import Table
from moto.dynamodb.responses import DynamoHandler

from bed.common import refuse

VALIDATION = "ValidationException"
# What all replicas of a table have as it has it.
SHARED = ("attr", "global_indexes", "billing_mode", "stream_specification", "ttl", "throughput", "limits")


def tables_have_replicas() -> None:
    """AWS: UpdateTable makes and deletes the same table in another region, of a table on demand, or whose writes scale, with
    a stream of NEW_AND_OLD_IMAGES, which cannot end while there is a replica; one has backups, tags and deletion protection
    of its own, and the rest from the table
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ReplicationGroupUpdate.html,
    .../developerguide/globaltables.V2.html; wording from memory).
    moto: ignores it."""
    update, expire = DynamoHandler.update_table, DynamoDBBackend.update_time_to_live

    def update_table(self):
        table = self.dynamodb_backend.get_table(self.body["TableName"])
        for asked in self.body.get("ReplicaUpdates") or []:
            [(action, member)] = asked.items()
            change(table, action, member["RegionName"])
        stream = self.body.get("StreamSpecification") or {"StreamEnabled": True}
        if replicas(table) and not stream["StreamEnabled"]:
            refuse(VALIDATION, "Stream cannot be disabled while the table has replicas")
        if replicas(table) and self.body.get("BillingMode") == "PROVISIONED":
            refuse(VALIDATION, "Table write capacity should either be Pay-Per-Request or AutoScaled.")
        answer = update(self)
        share(table)
        return answer

    def change(table, action: str, region: str) -> None:
        tables = dynamodb_backends[table.account_id][region].tables
        if action == "Create":
            if region in replicas(table):
                refuse(VALIDATION, f"Replica in {region} already exist")
            if (table.stream_specification or {}).get("StreamViewType") != "NEW_AND_OLD_IMAGES":
                refuse(VALIDATION, "Table must have a stream of NEW_AND_OLD_IMAGES")
            if table.billing_mode != "PAY_PER_REQUEST":
                refuse(VALIDATION, "Table write capacity should either be Pay-Per-Request or AutoScaled.")
            if table.name in tables:
                refuse("ResourceInUseException", f"Table already exists: {table.name}")
            replicas(table)[region] = tables[table.name] = made(table, region)
        elif action == "Delete":
            if region not in replicas(table):
                refuse(
                    VALIDATION,
                    "Replica specified in the Replica Update or Replica Delete action of the request was not found",
                )
            del replicas(table)[region]
            del tables[table.name]

    def made(table, region: str):
        replica = copy.copy(table)
        replica.__dict__.pop("replicas", None)
        replica.region_name = region
        replica.table_arn = table._generate_arn(table.name).replace(f":{table.region_name}:", f":{region}:")
        replica.items, replica.tags = defaultdict(dict), []
        replica.deletion_protection_enabled = False
        replica.continuous_backups = {
            "ContinuousBackupsStatus": "ENABLED",
            "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"},
        }
        return replica

    def share(table) -> None:
        for replica in replicas(table).values():
            for shared in SHARED:
                setattr(replica, shared, getattr(table, shared))
            encryption = table.sse_specification
            if encryption and encryption.get("Enabled"):
                default = table._get_default_encryption_key(table.account_id, replica.region_name)
                encryption = {**encryption, "KMSMasterKeyId": default}
            replica.sse_specification = encryption

    def update_time_to_live(self, table_name: str, ttl_spec: dict) -> None:
        expire(self, table_name, ttl_spec)
        share(self.get_table(table_name))

    DynamoHandler.update_table, DynamoDBBackend.update_time_to_live = update_table, update_time_to_live
    described = Table.describe

    def describe(self, base_key: str = "TableDescription") -> dict:
        told = described(self, base_key)
        if replicas(self):
            told[base_key]["Replicas"] = [
                {"RegionName": region, "ReplicaStatus": "ACTIVE"} for region in sorted(replicas(self))
            ]
        return told

    Table.describe = describe


def replicas(table) -> dict:
    """The table's replicas by region."""
    return table.__dict__.setdefault("replicas", {})


PATCHES = [tables_have_replicas]
