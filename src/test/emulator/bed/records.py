"""Route 53's records."""

from moto.core.responses import ActionResult
from moto.route53 import models as dns
from moto.route53 import responses as dns_responses
from moto.route53.exceptions import ResourceRecordAlreadyExists, Route53ClientError

from bed.common import before


def record_changes_are_in_sync_at_once() -> None:
    """AWS: ChangeResourceRecordSets answers PENDING, and INSYNC some thirty seconds later
    (https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html).
    moto: answers INSYNC, but Terraform still waits 15 seconds before it asks: without a ChangeInfo it does not ask."""

    def change_resource_record_sets(self):
        change(self)
        return ActionResult({})

    change = dns_responses.Route53.change_resource_record_sets
    dns_responses.Route53.change_resource_record_sets = change_resource_record_sets


def records_are_there_once() -> None:
    """AWS: CREATE is refused when a record of that name and type is there, and only then: "Tried to create resource record
    set [name='…', type='A'] but it already exists"; DELETE when there is none: "… but it was not found"
    (https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html, InvalidChangeBatch).
    moto: goes by its journal, so that a record that was deleted cannot be made again, and can be deleted twice."""

    @before(dns.Route53Backend, "change_resource_record_sets")
    def check(self, given) -> None:
        zone = self.get_hosted_zone(given.zoneid)
        there = {key(record.name, record.type, record.set_identifier) for record in zone.rrsets}
        for change in given.change_list:
            wanted = change["ResourceRecordSet"]
            one = key(wanted["Name"], wanted["Type"], wanted.get("SetIdentifier"))
            if change["Action"] == "CREATE":
                if one in there:
                    raise ResourceRecordAlreadyExists(name=one[0] + ".", _type=one[1])
                zone.rr_changes[:] = [each for each in zone.rr_changes if key_of(each) != one]
            if change["Action"] == "DELETE":
                if one not in there:
                    message = (
                        f"Tried to delete resource record set [name='{one[0]}.', type='{one[1]}'] but it was not found"
                    )
                    raise Route53ClientError("InvalidChangeBatch", message)
                there.remove(one)
            else:
                there.add(one)

    def key(called: str, kind: str, identifier: str | None) -> tuple:
        return called.rstrip(".").lower(), kind, identifier

    def key_of(change: dict) -> tuple:
        record = change["ResourceRecordSet"]
        return key(record["Name"], record["Type"], record.get("SetIdentifier"))


PATCHES = [
    record_changes_are_in_sync_at_once,
    records_are_there_once,
]
