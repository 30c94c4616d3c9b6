"""A starter: answers every route that calls it with what was asked and who asked.

It takes what a REST API sends (payload 1.0) and what an HTTP API sends (payload 2.0).
"""

import json


def handler(event, context):
    authorizer = event.get("requestContext", {}).get("authorizer") or {}
    # Absent on a route that demands no token. API Gateway has verified it already.
    claims = authorizer.get("jwt", {}).get("claims") or authorizer.get("claims") or {}
    answer = {
        "route": event.get("routeKey") or f"{event.get('httpMethod')} {event.get('resource')}",
        "parameters": event.get("pathParameters") or {},
        "caller": claims.get("client_id") or claims.get("sub"),
        "scopes": claims.get("scope", "").split(),
    }
    return {
        "statusCode": 200,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(answer),
    }
