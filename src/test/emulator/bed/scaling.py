"""Application Auto Scaling: what moves the capacities of tables."""

import json

from moto.applicationautoscaling.models import ApplicationAutoscalingBackend
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.dynamodb.models import dynamodb_backends

from bed.common import before, refuse

VALIDATION = "ValidationException"


def a_target_is_there() -> None:
    """AWS: what is to scale is there, and its least capacity is not above its most
    (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html; wording from memory).
    moto: takes any table, and any two numbers."""

    @before(ApplicationAutoscalingBackend, "register_scalable_target")
    def check(self, given) -> None:
        known = self.targets.get(given.dimension, {}).get(given.r_id)
        least, most = (
            getattr(known, name, None) if asked is None else asked
            for name, asked in (("min_capacity", given.min_capacity), ("max_capacity", given.max_capacity))
        )
        if least > most:
            refuse(VALIDATION, f"Maximum capacity {most} cannot be less than minimum capacity {least}")
        if given.namespace != "dynamodb":
            return
        _, name, *index = given.r_id.split("/")
        table = dynamodb_backends[self.account_id][self.region_name].tables.get(name)
        if table is None or (index and index[-1] not in {each.name for each in table.global_indexes}):
            refuse(VALIDATION, f"DynamoDB table or index does not exist: {given.r_id}")


def policies_are_of_their_target() -> None:
    """AWS: DescribeScalingPolicies tells those of the resource that is named, and those that are named, and a target that
    goes takes its policies along
    (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DescribeScalingPolicies.html,
    API_DeregisterScalableTarget.html).
    moto: tells those of every resource whose name is a part of that name, whatever they are called, and keeps them."""

    def describe_scaling_policies(
        self, service_namespace, resource_id, scalable_dimension, max_results=None, next_token=None
    ):
        return None, [
            policy
            for policy in self.policies.values()
            if policy.service_namespace == service_namespace
            and resource_id in (None, policy.resource_id)
            and scalable_dimension in (None, policy.scalable_dimension)
        ]

    ApplicationAutoscalingBackend.describe_scaling_policies = describe_scaling_policies

    @before(ApplicationAutoscalingBackend, "deregister_scalable_target")
    def check(self, given) -> None:
        _, policies = self.describe_scaling_policies(given.namespace, given.r_id, given.dimension)
        for policy in policies:
            self.delete_scaling_policy(policy.policy_name, given.namespace, given.r_id, given.dimension)


def targets_have_tags() -> None:
    """AWS: TagResource, UntagResource and ListTagsForResource work on a target's ARN
    (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_TagResource.html).
    moto: has none of them, and forgets those that a target is made with."""
    register = ApplicationAutoScalingResponse.register_scalable_target

    def register_scalable_target(self):
        answer = register(self)
        tags(self, json.loads(answer)["ScalableTargetARN"]).update(self._get_param("Tags") or {})
        return answer

    def tag_resource(self):
        tags(self, self._get_param("ResourceARN")).update(self._get_param("Tags"))
        return json.dumps({})

    def untag_resource(self):
        for key in self._get_param("TagKeys"):
            tags(self, self._get_param("ResourceARN")).pop(key, None)
        return json.dumps({})

    def list_tags_for_resource(self):
        return json.dumps({"Tags": tags(self, self._get_param("ResourceARN"))})

    def tags(response, arn: str) -> dict:
        for by_resource in response.applicationautoscaling_backend.targets.values():
            for target in by_resource.values():
                if target.arn == arn:
                    return tags_of(target)
        return refuse("ResourceNotFoundException", f"No scalable target: {arn}") or {}

    for action in (register_scalable_target, tag_resource, untag_resource, list_tags_for_resource):
        setattr(ApplicationAutoScalingResponse, action.__name__, action)


def tags_of(target) -> dict[str, str]:
    return target.__dict__.setdefault("tags", {})


PATCHES = [
    a_target_is_there,
    policies_are_of_their_target,
    targets_have_tags,
]
