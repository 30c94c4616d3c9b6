"""POST /items/create {"name", "description"}: creates an item under an id of its own."""

import os
import uuid
from typing import Any

import boto3
from botocore.config import Config

from gateway import Answer, Event, json_object, refuse_others, serve, text

# At worst two tries of four seconds. A retry repeats the same id, so it cannot create a second item.
CONFIG = Config(connect_timeout=1, read_timeout=3, retries={"mode": "standard", "total_max_attempts": 2})
TABLE = boto3.resource("dynamodb", config=CONFIG).Table(os.environ["ITEMS_TABLE"])


def handler(event: Event, context: Any) -> dict[str, Any]:
    return serve(event, context, create_item)


def create_item(event: Event) -> Answer:
    body = json_object(event)
    refuse_others(body, ["name", "description"], "an item")
    item = {
        "item_id": str(uuid.uuid4()),
        "name": text("name", body.get("name"), 200),
        "description": text("description", body.get("description"), 2000),
    }
    TABLE.put_item(Item=item)
    return 201, item
