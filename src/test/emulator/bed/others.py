"""Route 53, and what holds for every service."""

import json
import sys
import traceback

from moto.core.responses import ActionResult, BaseResponse
from moto.route53 import responses as dns_responses


def record_changes_are_in_sync_at_once() -> None:
    """AWS: ChangeResourceRecordSets answers PENDING, and INSYNC some thirty seconds later
    (https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html).
    moto: answers INSYNC, but Terraform still waits 15 seconds before it asks: without a ChangeInfo it does not ask."""

    def change_resource_record_sets(self):
        change(self)
        return ActionResult({})

    change = dns_responses.Route53.change_resource_record_sets
    dns_responses.Route53.change_resource_record_sets = change_resource_record_sets


def unknown_actions_fail_at_once() -> None:
    """AWS: has every action.
    moto: answers 500 to one it lacks or fails in, which Terraform retries 25 times; a 400 ends the test at once."""
    call = BaseResponse.call_action

    def call_action(self):
        try:
            return call(self)
        except Exception as missing:
            traceback.print_exc(file=sys.stderr)
            print(f"emulator: {self.service_name}: {missing}", file=sys.stderr)
            body = {"__type": "NotEmulatedException", "message": f"{self.service_name}: {missing}"}
            return 400, {"x-amzn-errortype": "NotEmulatedException"}, json.dumps(body)

    BaseResponse.call_action = call_action


PATCHES = [
    record_changes_are_in_sync_at_once,
    unknown_actions_fail_at_once,
]
