"""What holds for every service."""

import functools
import json
import sys
import traceback

from moto import backends
from moto.core import responses
from moto.core.base_backend import AccountSpecificBackend
from moto.core.responses import BaseResponse


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


def modules_are_listed_once() -> None:
    """AWS: knows its services.
    moto: looks through its own folders at every call, which takes longer than most answers."""
    modules = list(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules


def actions_and_regions_are_listed_once() -> None:
    """AWS: knows what a service can do, and where.
    moto: lists a service's actions at every call, its paths for every region, its regions for every account."""
    paths = responses._get_method_urls
    responses._get_method_urls = lambda service, _: paths(service, "us-east-1")
    responses.method_names_from_class = functools.cache(responses.method_names_from_class)
    listed = functools.cache(functools.partial(AccountSpecificBackend._generate_regions.__wrapped__, None))
    AccountSpecificBackend._generate_regions = lambda _, service: listed(service)


def the_signature_names_the_region() -> None:
    """AWS: serves the region that a call is signed for (reference_sigv_create-signed-request.html).
    moto: takes any `….REGION.amazonaws.com` of the URL for its host, be it in a tag's key that is to go."""
    guessed = BaseResponse.get_region_from_url

    def get_region_from_url(self, request, full_url: str) -> str:
        return guessed(self, request, full_url.split("?")[0].split("/v2/tags/")[0])

    BaseResponse.get_region_from_url = get_region_from_url


PATCHES = [
    modules_are_listed_once,
    actions_and_regions_are_listed_once,
    the_signature_names_the_region,
    unknown_actions_fail_at_once,
]
