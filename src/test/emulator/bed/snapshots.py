"""What a REST API is made of at one moment: what a deployment copies and a stage answers from."""

import copy

from bed.names import path_of


def definition_of(api) -> dict:
    """Resources with their methods, authorizers and gateway responses, as plain data that later changes do not reach."""
    return copy.deepcopy(
        {
            "resources": {
                path_of(api, resource): {name: method.to_json() for name, method in resource.resource_methods.items()}
                for resource in api.resources.values()
            },
            "authorizers": {each.id: each.to_json() for each in api.authorizers.values()},
            "gatewayResponses": {name: each.to_json() for name, each in api.gateway_responses.items()},
            "models": {name: each.to_json() for name, each in api.models.items()},
            "requestValidators": {each.id: each.to_dict() for each in api.request_validators.values()},
            "binaryMediaTypes": api.binaryMediaTypes,
            "policy": api.policy,
            "disableExecuteApiEndpoint": api.disableExecuteApiEndpoint,
            "minimumCompressionSize": api.minimum_compression_size,
        }
    )
