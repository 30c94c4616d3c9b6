"""How fast API Gateway's control plane may be asked (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html,
"Quotas for creating, deploying and managing an API"): off unless `--pace` is given, for most tests have no time for it.
"""

import time

# calls a second, calls at once
EVERYTHING = (10, 40)
OF_ITS_OWN = {
    "CreateResource": (5, 5),
    "DeleteResource": (5, 5),
    "GetResources": (2.5, 5),
    "PutRestApi": (1, 1),
    "CreateDeployment": (1 / 5, 1),
    "CreateRestApi": (1 / 3, 1),
    "DeleteRestApi": (1 / 30, 1),
    "CreateDomainName": (1 / 30, 1),
    "UpdateDomainName": (1 / 30, 1),
    "DeleteDomainName": (1 / 30, 1),
    "UpdateAccount": (1 / 20, 1),
}


class Pace:
    """One bucket for all calls and one for each action with a quota of its own."""

    def __init__(self, clock=time.monotonic):
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def allows(self, action: str) -> bool:
        if not self._take("everything", *EVERYTHING):
            return False
        return action not in OF_ITS_OWN or self._take(action, *OF_ITS_OWN[action])

    def _take(self, name: str, rate: float, burst: float) -> bool:
        now = self._clock()
        left, since = self._buckets.get(name, (burst, now))
        left = min(burst, left + (now - since) * rate)
        self._buckets[name] = (left - 1 if left >= 1 else left, now)
        return left >= 1
