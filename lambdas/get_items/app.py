"""GET /items: lists the items of a table, page by page."""

import os
from typing import Any

import boto3
from botocore.config import Config

from gateway import Answer, Event, query, serve
from paging import page

# At worst two tries of four seconds: a caller waits less than API Gateway's 29 s for a table that hangs.
CONFIG = Config(connect_timeout=1, read_timeout=3, retries={"mode": "standard", "total_max_attempts": 2})
TABLE = boto3.resource("dynamodb", config=CONFIG).Table(os.environ["ITEMS_TABLE"])


def handler(event: Event, context: Any) -> dict[str, Any]:
    return serve(event, context, list_items)


def list_items(event: Event) -> Answer:
    items, more = page(TABLE, "item_id", query(event))
    return 200, {"items": items, **more}
