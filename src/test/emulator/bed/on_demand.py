"""What may be called of tables on demand at most."""

from moto.dynamodb.models.table import GlobalSecondaryIndex, Table
from moto.dynamodb.responses import DynamoHandler

from bed.common import refuse

VALIDATION = "ValidationException"
LIMITS = ("MaxReadRequestUnits", "MaxWriteRequestUnits")


def on_demand_has_limits() -> None:
    """AWS: a table on demand and its indexes have limits of at least 1, which -1 takes away in UpdateTable alone: of two, the
    one that is not named stays; a table whose capacity is provisioned takes none, and loses those that it had; a call that
    asks for nothing is refused
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_OnDemandThroughput.html; what DescribeTable tells
    afterwards, and the wording: captures of AWS in nubo-db/dynoxide issue 159 and pull request 161; the last refusal from
    memory).
    moto: ignores them, and takes a call that asks for nothing."""
    create, update = DynamoHandler.create_table, DynamoHandler.update_table
    Table.limits, GlobalSecondaryIndex.limits = {}, {}

    def create_table(self):
        asked = self.body.get("OnDemandThroughput")
        mode = self.body.get("BillingMode", "PROVISIONED")
        indexes = self.body.get("GlobalSecondaryIndexes") or []
        for each in (asked, *(index.get("OnDemandThroughput") for index in indexes)):
            check(each, mode, False)
        answer = create(self)
        table = self.dynamodb_backend.get_table(self.body["TableName"])
        keep(table, asked)
        for index in indexes:
            keep(named(table, index["IndexName"]), index.get("OnDemandThroughput"))
        return answer

    def update_table(self):
        table = self.dynamodb_backend.get_table(self.body["TableName"])
        if not set(self.body) - {"TableName", "AttributeDefinitions"}:
            refuse(
                VALIDATION,
                "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or"
                " SSESpecification or ReplicaUpdates is required",
            )
        mode = self.body.get("BillingMode") or table.billing_mode
        asked = self.body.get("OnDemandThroughput")
        changes = [
            (action, index)
            for change in self.body.get("GlobalSecondaryIndexUpdates") or []
            for action, index in change.items()
            if action != "Delete"
        ]
        check(asked, mode, True)
        for action, index in changes:
            check(index.get("OnDemandThroughput"), mode, action == "Update")
        answer = update(self)
        keep(table, asked)
        for _, index in changes:
            keep(named(table, index["IndexName"]), index.get("OnDemandThroughput"))
        if mode == "PROVISIONED":
            for each in (table, *table.global_indexes):
                each.limits = {}
        return answer

    def check(asked: dict | None, mode: str, takes_away: bool) -> None:
        if asked is None:
            return
        if not asked and takes_away:
            refuse("InternalFailure", "The request processing has failed because of an unknown error.", 400)
        for name in asked:
            if mode == "PROVISIONED":
                refuse(
                    VALIDATION,
                    f"One or more parameter values were invalid: {name} for OnDemandThroughput cannot be specified when the"
                    " table BillingMode is PROVISIONED",
                )
            if asked[name] < 1 and not (takes_away and asked[name] == -1):
                refuse(
                    VALIDATION,
                    f"One or more parameter values were invalid: Requested {name} for OnDemandThroughput for table is outside"
                    " of valid range",
                )

    def named(table, name: str):
        return next(index for index in table.global_indexes if index.name == name)

    def keep(limited, asked: dict | None) -> None:
        merged = {**limited.limits, **(asked or {})}
        limited.limits = {name: merged[name] for name in LIMITS if merged.get(name, -1) != -1}

    DynamoHandler.create_table, DynamoHandler.update_table = create_table, update_table
    described, index_described = Table.describe, GlobalSecondaryIndex.describe

    def describe(self, base_key: str = "TableDescription") -> dict:
        told = described(self, base_key)
        return {**told, base_key: {**told[base_key], **limits(self)}}

    def describe_index(self) -> dict:
        return {**index_described(self), **limits(self)}

    def limits(limited) -> dict:
        return {"OnDemandThroughput": limited.limits} if limited.limits else {}

    Table.describe, GlobalSecondaryIndex.describe = describe, describe_index


PATCHES = [on_demand_has_limits]
