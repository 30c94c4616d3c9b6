"""Descriptions made comparable: without moments and what is empty, what is a set in one order, everything by its name."""

import json

MOMENTS = {
    "CreatedAt",
    "CreationDate",
    "CreationDateTime",
    "EarliestRestorableDateTime",
    "IssuedAt",
    "LastModified",
    "LastModifiedDate",
    "LatestRestorableDateTime",
    "LatestStreamArn",
    "LatestStreamLabel",
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


def normal(value, key: str = ""):
    """Without moments, without what is absent or empty (to AWS the same), and with lists that are sets in one order."""
    if isinstance(value, dict):
        each_normal = {name: normal(value[name], name) for name in sorted(value, key=str) if name not in MOMENTS}
        return {name: each for name, each in each_normal.items() if each is not None and each not in ("", [], {})}
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
