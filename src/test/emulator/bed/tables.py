"""DynamoDB's tables and items."""

from moto.dynamodb.models import dynamo_type as dynamodb


def item_attributes_keep_their_type() -> None:
    """AWS: UpdateItem with AttributeUpdates puts a value of any type.
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


PATCHES = [
    item_attributes_keep_their_type,
]
