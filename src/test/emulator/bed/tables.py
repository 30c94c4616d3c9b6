"""DynamoDB's tables and items."""

import functools
import inspect
from decimal import Decimal, InvalidOperation

from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models import dynamo_type as dynamodb
from moto.dynamodb.models.table import Table
from moto.dynamodb.responses import DynamoHandler

from bed.common import before, refuse

VALIDATION = "ValidationException"


def item_attributes_keep_their_type() -> None:
    """AWS: UpdateItem with AttributeUpdates puts a value of any type
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html).
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


def key_types_cannot_change() -> None:
    """AWS: the type of a table's key is fixed; UpdateTable with another one is a ValidationException
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html; provider issues 759 and 23618).
    moto: replaces the definitions."""

    @before(DynamoDBBackend, "update_table")
    def check(self, given) -> None:
        table = self.get_table(given.name)
        kept = {each["AttributeName"]: each["AttributeType"] for each in table.attr}
        for each in given.attr_definitions or []:
            if each["AttributeName"] in table.table_key_attrs and kept[each["AttributeName"]] != each["AttributeType"]:
                refuse(
                    "ValidationException",
                    f"One or more parameter values were invalid: the type of the key {each['AttributeName']} cannot be"
                    " changed",
                )


def item_is_checked() -> None:
    """AWS: numbers of 38 digits from 1E-130 to 9.99E+125, 32 levels of nesting, keys of 1 to 2,048 (range 1,024) bytes and
    of their type, attribute names that are not empty
    (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html,
    HowItWorks.NamingRulesDataTypes.html; 31 maps around a value pass, 32 do not: measured by dynoxide-rs).
    moto: looks at lengths and empty keys only."""

    @before(DynamoDBBackend, "put_item")
    def put(self, given) -> None:
        table = self.get_table(given.table_name)
        for key, kind in ((table.hash_key_attr, table.hash_key_type), (table.range_key_attr, table.range_key_type)):
            found = given.item_attrs.get(key) if key else None
            if found and kind not in found:
                refuse(
                    VALIDATION,
                    f"One or more parameter values were invalid: Type mismatch for key {key} expected: {kind} actual:"
                    f" {next(iter(found))}",
                )
        for name, value in given.item_attrs.items():
            check(name, value, 1)

    @before(DynamoDBBackend, "update_item")
    def update(self, given) -> None:
        for value in (given.expression_attribute_values or {}).values():
            check("value", value, 1)
        for name, change in (given.attribute_updates or {}).items():
            check(name, change.get("Value") or {"NULL": True}, 1)

    def check(name: str, value: dict, depth: int) -> None:
        if not name:
            refuse(VALIDATION, "One or more parameter values were invalid: An attribute name cannot be empty")
        if depth > 32:
            refuse(VALIDATION, "Nesting Levels have exceeded supported limits: 32")
        [(kind, inner)] = value.items()
        if kind in ("N", "NS"):
            for number in [inner] if kind == "N" else inner:
                check_number(number)
        elif kind == "M":
            for key, each in inner.items():
                check(key, each, depth + 1)
        elif kind == "L":
            for each in inner:
                check(name, each, depth + 1)

    def check_number(text: str) -> None:
        try:
            number = Decimal(text)
        except InvalidOperation:
            refuse(VALIDATION, f"The parameter cannot be converted to a numeric value: {text}")
        if len("".join(map(str, number.as_tuple().digits)).strip("0")) > 38:
            refuse(VALIDATION, "Attempting to store more than 38 significant digits in a Number")
        if number and not -130 <= number.adjusted() <= 125:
            refuse(
                VALIDATION, "Number overflow. Attempting to store a number with magnitude larger than supported range"
            )


def table_tags_replace_each_other() -> None:
    """AWS: a tag of a key that is there takes its place
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TagResource.html).
    moto: keeps both."""

    @before(DynamoDBBackend, "tag_resource")
    def check(self, given) -> None:
        keys = {tag["Key"] for tag in given.tags}
        for table in self.tables.values():
            if table.table_arn == given.table_arn:
                table.tags = [tag for tag in table.tags if tag["Key"] not in keys]


def expiry_is_switched_by_its_name() -> None:
    """AWS: an expiry that is on is switched off by the attribute that it has, and no other is switched on beside it
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTimeToLive.html; the provider's source says
    that the name is needed).
    moto: takes any name."""

    @before(DynamoDBBackend, "update_time_to_live")
    def check(self, given) -> None:
        ttl, asked = self.get_table(given.table_name).ttl, given.ttl_spec
        if not asked.get("AttributeName"):
            refuse(VALIDATION, "TimeToLiveSpecification.AttributeName: must have length greater than or equal to 1")
        if ttl["TimeToLiveStatus"] != "ENABLED":
            if not asked["Enabled"]:
                refuse(VALIDATION, "TimeToLive is already disabled")
        elif ttl["AttributeName"] != asked["AttributeName"]:
            refuse(
                VALIDATION,
                "TimeToLive is active on a different AttributeName: current AttributeName is " + ttl["AttributeName"],
            )
        elif asked["Enabled"]:
            refuse(VALIDATION, "TimeToLive is already enabled")


def indexes_change_one_by_one() -> None:
    """AWS: one index is made or deleted in a call, and the attributes that no key uses any more are gone
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html).
    moto: takes any number, and keeps the attributes."""
    update = DynamoDBBackend.update_table

    @functools.wraps(update)
    def update_table(self, name: str, *positional, **named):
        asked = inspect.signature(update).bind(self, name, *positional, **named).arguments["global_index"] or []
        if sum("Create" in each or "Delete" in each for each in asked) > 1:
            refuse("LimitExceededException", "Only 1 online index can be created or deleted simultaneously per table")
        table = update(self, name, *positional, **named)
        schemas = [table.schema, *(index.schema for index in table.global_indexes + table.indexes)]
        keys = {key["AttributeName"] for schema in schemas for key in schema}
        table.attr = [each for each in table.attr if each["AttributeName"] in keys]
        return table

    DynamoDBBackend.update_table = update_table


def on_demand_has_no_capacity() -> None:
    """AWS: the provisioned capacity of a table and of its indexes is 0 once they are on demand
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughputDescription.html).
    moto: keeps what it was, and the provider refuses a capacity on demand."""
    update = DynamoDBBackend.update_table

    @functools.wraps(update)
    def update_table(self, *positional, **named):
        table = update(self, *positional, **named)
        if table.billing_mode == "PAY_PER_REQUEST":
            for each in (table, *table.global_indexes):
                each.throughput = {"ReadCapacityUnits": 0, "WriteCapacityUnits": 0}
        return table

    DynamoDBBackend.update_table = update_table


def a_stream_ends() -> None:
    """AWS: a stream that was switched off can be switched on again, as another one
    (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html).
    moto: refuses it for ever, and goes on writing to the one that was switched off."""

    @before(DynamoDBBackend, "update_table")
    def check(self, given) -> None:
        table = self.get_table(given.name)
        if not (table.stream_specification or {}).get("StreamEnabled"):
            table.latest_stream_label = None

    switched = Table.set_stream_specification

    def set_stream_specification(self, streams: dict | None) -> None:
        switched(self, streams)
        if not self.stream_specification["StreamEnabled"]:
            self.stream_shard = None

    Table.set_stream_specification = set_stream_specification


def tables_have_a_class() -> None:
    """AWS: a table is of a class, which can change
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html).
    moto: does not know it."""

    def remembering(answered):
        def answer(self):
            answered_so = answered(self)
            if "TableClass" in self.body:
                self.dynamodb_backend.get_table(self.body["TableName"]).table_class = self.body["TableClass"]
            return answered_so

        return answer

    DynamoHandler.create_table = remembering(DynamoHandler.create_table)
    DynamoHandler.update_table = remembering(DynamoHandler.update_table)
    described = Table.describe

    def describe(self, base_key: str = "TableDescription") -> dict:
        told = described(self, base_key)
        told[base_key]["TableClassSummary"] = {"TableClass": getattr(self, "table_class", "STANDARD")}
        return told

    Table.describe = describe


def tables_are_encrypted_anew() -> None:
    """AWS: UpdateTable changes with which key a table is encrypted: DynamoDB's own (Enabled is false), the one in the
    account, or one of the user's, in the table's region
    (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html; that it looks at the region:
    encryption.usagenotes.html, DescribeKey).
    moto: ignores it once the table is there, and takes a key of any region."""
    create, update = DynamoHandler.create_table, DynamoHandler.update_table

    def check(handler) -> dict | None:
        asked = handler.body.get("SSESpecification")
        key = (asked or {}).get("KMSMasterKeyId", "")
        if key.startswith("arn:") and key.split(":")[3] != handler.region:
            refuse(VALIDATION, f"One or more parameter values were invalid: KMS key {key} is not in {handler.region}")
        return asked

    def create_table(self):
        check(self)
        return create(self)

    def update_table(self):
        asked = check(self)
        if asked:
            table = self.dynamodb_backend.get_table(self.body["TableName"])
            default = table._get_default_encryption_key(table.account_id, table.region_name)
            table.sse_specification = {"KMSMasterKeyId": default, **asked}
        return update(self)

    DynamoHandler.create_table, DynamoHandler.update_table = create_table, update_table


PATCHES = [
    item_attributes_keep_their_type,
    key_types_cannot_change,
    item_is_checked,
    table_tags_replace_each_other,
    expiry_is_switched_by_its_name,
    indexes_change_one_by_one,
    on_demand_has_no_capacity,
    a_stream_ends,
    tables_have_a_class,
    tables_are_encrypted_anew,
]
