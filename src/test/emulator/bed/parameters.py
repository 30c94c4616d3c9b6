"""SSM's parameters and CloudWatch's log groups."""

from moto.logs import models as logs
from moto.ssm import models as ssm

from bed.common import before, refuse

RETENTIONS = {1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653}


def parameter_is_checked() -> None:
    """AWS: a standard parameter has at most 4,096 characters, an advanced one 8,192; a name 1,011 and 15 levels
    (https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html,
    .../userguide/sysman-paramstore-su-create.html).
    moto: takes any."""

    @before(ssm.SimpleSystemManagerBackend, "put_parameter")
    def check(self, given) -> None:
        most = 8192 if given.tier == "Advanced" else 4096
        if len(given.value or "") > most and given.tier != "Intelligent-Tiering":
            refuse(
                "ValidationException",
                f"Standard tier parameters support a maximum parameter value of {most} characters.",
            )
        if len(given.name) > 1011:
            refuse("ValidationException", "Parameter name must be at most 1011 characters long.")
        if given.name.strip("/").count("/") >= 15:
            refuse("HierarchyLevelLimitExceededException", "A parameter can have at most 15 levels.")


def retention_is_one_of_a_list() -> None:
    """AWS: a log group keeps for 1, 3, 5, 7, 14, 30 … 3,653 days, nothing between
    (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html).
    moto: takes any number."""

    @before(logs.LogsBackend, "put_retention_policy")
    def check(self, given) -> None:
        if int(given.retention_in_days) not in RETENTIONS:
            refuse(
                "InvalidParameterException",
                f"1 validation error detected: Value '{given.retention_in_days}' at 'retentionInDays' failed to satisfy"
                " constraint",
            )


PATCHES = [
    parameter_is_checked,
    retention_is_one_of_a_list,
]
