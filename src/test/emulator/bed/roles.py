"""IAM's roles."""

import re

from moto.iam import models as iam
from moto.iam.exceptions import EntityAlreadyExists, IAMException

from bed.common import ACCOUNT, before


class LimitExceeded(IAMException):
    code = "LimitExceeded"


def role_names_have_no_case() -> None:
    """AWS: names of roles "are not distinguished by case", so `F` cannot be made beside `f`, and a role is found by any
    writing (https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html).
    moto: compares them letter by letter."""

    @before(iam.IAMBackend, "create_role")
    def check(self, given) -> None:
        if given.role_name.lower() in [role.name.lower() for role in self.get_roles()]:
            raise EntityAlreadyExists(f"Role with name {given.role_name} already exists.")

    exact = iam.IAMBackend.get_role

    def get_role(self, role_name: str):
        written = {role.name.lower(): role.name for role in self.get_roles()}
        return exact(self, written.get(role_name.lower(), role_name))

    iam.IAMBackend.get_role = get_role


def role_policies_have_a_size() -> None:
    """AWS: the inline policies of a role are at most 10,240 characters in all, blanks not counted: "Maximum policy size of
    10240 bytes exceeded for role NAME" (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
    moto: takes any length. Letters outside Latin-1 are refused by `bed.model`."""

    @before(iam.IAMBackend, "put_role_policy")
    def check(self, given) -> None:
        policies = {**self.get_role(given.role_name).policies, given.policy_name: given.policy_json}
        if sum(len(re.sub(r"\s", "", str(text))) for text in policies.values()) > 10_240:
            raise LimitExceeded(f"Maximum policy size of 10240 bytes exceeded for role {given.role_name}")


def credentials_are_looked_up_where_there_are_any() -> None:
    """AWS: knows whose an access key is.
    moto: looks for it in six partitions at the first call, and reads all managed policies for each of them."""

    def get_account_id_from(access_key: str) -> str:
        for account, partitions in list(iam.iam_backends.items()):
            if any(access_key in backend.access_keys for backend in list(partitions.values())):
                return account
        return ACCOUNT

    iam.get_account_id_from = get_account_id_from


PATCHES = [
    role_names_have_no_case,
    role_policies_have_a_size,
    credentials_are_looked_up_where_there_are_any,
]
