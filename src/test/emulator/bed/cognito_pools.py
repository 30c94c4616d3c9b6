"""Cognito's user pools, their MFA and their resource servers."""

import functools
import json
from types import SimpleNamespace

from joserfc import jwk
from moto.cognitoidp import models as cognito
from moto.cognitoidp import responses as cognito_responses
from moto.cognitoidp.exceptions import InvalidParameterException
from moto.core.responses import ActionResult, EmptyResult

from bed.common import before

FACTORS = ("SmsMfaConfiguration", "SoftwareTokenMfaConfiguration", "EmailMfaConfiguration")


def resource_servers_can_change() -> None:
    """AWS: UpdateResourceServer replaces name and scopes, DeleteResourceServer deletes
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateResourceServer.html).
    moto: has neither and answers 404, so `destroy` retries for ever."""

    def update_resource_server(self):
        found = self.backend.describe_resource_server(self._get_param("UserPoolId"), self._get_param("Identifier"))
        found.name = self._get_param("Name")
        found.scopes = self._get_param("Scopes")
        return ActionResult({"ResourceServer": found.to_json()})

    def delete_resource_server(self):
        pool, identifier = self._get_param("UserPoolId"), self._get_param("Identifier")
        self.backend.describe_resource_server(pool, identifier)
        del self.backend.describe_user_pool(pool).resource_servers[identifier]
        return EmptyResult()

    cognito_responses.CognitoIdpResponse.update_resource_server = update_resource_server
    cognito_responses.CognitoIdpResponse.delete_resource_server = delete_resource_server


def user_pool_tags_can_change() -> None:
    """AWS: TagResource, UntagResource and ListTagsForResource work on a pool's ARN; UpdateUserPool leaves tags alone
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TagResource.html).
    moto: lacks the three actions (Terraform retries its 500 for a quarter of an hour), and an update drops the tags."""
    update = cognito.CognitoIdpUserPool.update_extended_config

    def update_extended_config(self, extended_config: dict) -> None:
        tags = getattr(self, "extended_config", {}).get("UserPoolTags", {})
        update(self, {"UserPoolTags": tags, **(extended_config or {})})

    def tags_of(self) -> dict:
        pool = self.backend.describe_user_pool(self._get_param("ResourceArn").rpartition("/")[2])
        return pool.extended_config.setdefault("UserPoolTags", {})

    def tag_resource(self):
        tags_of(self).update(self._get_param("Tags") or {})
        return EmptyResult()

    def untag_resource(self):
        tags = tags_of(self)
        for key in self._get_param("TagKeys") or []:
            tags.pop(key, None)
        return EmptyResult()

    def list_tags_for_resource(self):
        return ActionResult({"Tags": tags_of(self)})

    cognito.CognitoIdpUserPool.update_extended_config = update_extended_config
    cognito_responses.CognitoIdpResponse.tag_resource = tag_resource
    cognito_responses.CognitoIdpResponse.untag_resource = untag_resource
    cognito_responses.CognitoIdpResponse.list_tags_for_resource = list_tags_for_resource


def user_pool_with_domain_cannot_be_deleted() -> None:
    """AWS: refuses to delete a pool that still has a domain
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html).
    moto: deletes it and leaves the domain behind."""
    delete = cognito.CognitoIdpBackend.delete_user_pool

    def delete_user_pool(self, user_pool_id: str) -> None:
        if self.describe_user_pool(user_pool_id).domain:
            raise InvalidParameterException(
                "User pool cannot be deleted. It has a domain configured that should be deleted first."
            )
        delete(self, user_pool_id)

    cognito.CognitoIdpBackend.delete_user_pool = delete_user_pool


def user_pool_update_resets_what_it_omits() -> None:
    """AWS: UpdateUserPool sets what it is not given to the default, but for the tier, the name and the tags; what cannot be
    changed (user name, alias and case settings, schema) stays. MfaConfiguration is reset like the others
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html).
    moto: forgets also what cannot be changed and the tier, keeps deletion protection and MFA."""
    update = cognito.CognitoIdpBackend.update_user_pool
    kept = ("UsernameAttributes", "AliasAttributes", "UsernameConfiguration", "UserPoolTier")

    def update_user_pool(self, user_pool_id: str, extended_config: dict) -> None:
        pool = self.describe_user_pool(user_pool_id)
        former = {name: pool.extended_config[name] for name in kept if name in pool.extended_config}
        sent = {name: value for name, value in extended_config.items() if name not in ("UserPoolId", "PoolName")}
        pool.mfa_config = sent.pop("MfaConfiguration", "OFF")
        update(self, user_pool_id, {"DeletionProtection": "INACTIVE", **former, **sent})
        pool.name = extended_config.get("PoolName") or pool.name

    cognito.CognitoIdpBackend.update_user_pool = update_user_pool


def user_pool_mfa_is_checked() -> None:
    """AWS: SetUserPoolMfaConfig replaces all factors; ON or OPTIONAL needs one, and turning MFA off while a factor is
    configured is refused: "Invalid MFA configuration given, can't turn off MFA and configure an MFA together."
    (provider: internal/service/cognitoidp/user_pool.go quotes it; https://docs.aws.amazon.com/
    cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html). E-mail counts, a passkey does not, and
    ON beside WEB_AUTHN as a first factor is refused: "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is
    required and WebAuthn is an allowed first auth factor" (https://github.com/go-to-k/cdkd/issues/2064, /1920, /1923).
    moto: knows neither refusal nor e-mail and passkeys."""

    def set_user_pool_mfa_config(self):
        pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
        mfa = self._get_param("MfaConfiguration") or "OFF"
        factors = {name: self._get_param(name) for name in FACTORS}
        configured = [name for name, factor in factors.items() if factor and factor.get("Enabled", True)]
        if mfa != "OFF" and not configured:
            raise InvalidParameterException("At least one factor must be configured.")
        if mfa == "OFF" and configured:
            raise InvalidParameterException(
                "Invalid MFA configuration given, can't turn off MFA and configure an MFA together."
            )
        sign_in = (pool.extended_config.get("Policies") or {}).get("SignInPolicy") or {}
        passkeys = self._get_param("WebAuthnConfiguration") or {}
        if (
            mfa == "ON"
            and "WEB_AUTHN" in sign_in.get("AllowedFirstAuthFactors", [])
            and passkeys.get("FactorConfiguration") != "MULTI_FACTOR_WITH_USER_VERIFICATION"
        ):
            raise InvalidParameterException(
                "Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an"
                " allowed first auth factor"
            )
        pool.mfa_config = mfa
        pool.sms_mfa_config = factors["SmsMfaConfiguration"]
        pool.token_mfa_config = factors["SoftwareTokenMfaConfiguration"]
        pool.email_mfa_config = factors["EmailMfaConfiguration"]
        pool.web_authn_config = self._get_param("WebAuthnConfiguration")
        return ActionResult(self.backend.get_user_pool_mfa_config(pool.id))

    described = cognito.CognitoIdpBackend.get_user_pool_mfa_config

    def get_user_pool_mfa_config(self, user_pool_id: str) -> dict:
        pool = self.describe_user_pool(user_pool_id)
        more = {
            "EmailMfaConfiguration": getattr(pool, "email_mfa_config", None),
            "WebAuthnConfiguration": getattr(pool, "web_authn_config", None),
        }
        return {**described(self, user_pool_id), **{name: value for name, value in more.items() if value}}

    cognito_responses.CognitoIdpResponse.set_user_pool_mfa_config = set_user_pool_mfa_config
    cognito.CognitoIdpBackend.get_user_pool_mfa_config = get_user_pool_mfa_config


def protected_user_pool_cannot_be_deleted() -> None:
    """AWS: "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be
    inactivated first." (https://github.com/localstack/localstack/issues/11947; https://docs.aws.amazon.com/cognito/latest/
    developerguide/user-pool-settings-deletion-protection.html).
    moto: deletes it."""

    @before(cognito.CognitoIdpBackend, "delete_user_pool")
    def check(self, given) -> None:
        if self.describe_user_pool(given.user_pool_id).extended_config.get("DeletionProtection") == "ACTIVE":
            raise InvalidParameterException(
                "The user pool cannot be deleted because deletion protection is activated. "
                "Deletion protection must be inactivated first."
            )


def user_pool_has_a_plan() -> None:
    """AWS: a pool has the plan ESSENTIALS unless it is told otherwise, and says so
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html).
    moto: says nothing of the plan of a pool that was not told, and Terraform's provider does not tell it of the default."""

    @before(cognito.CognitoIdpBackend, "create_user_pool")
    def default(self, given) -> None:
        given.extended_config.setdefault("UserPoolTier", "ESSENTIALS")


def pools_share_a_key() -> None:
    """AWS: signs with keys of the pool's own.
    moto: signs with one for all pools, and reads it anew for each, for a fifth of a second."""
    read = functools.cache(lambda text: jwk.RSAKey.import_key(json.loads(text)))
    cognito.jwk = SimpleNamespace(RSAKey=SimpleNamespace(import_key=lambda key: read(json.dumps(key))))


PATCHES = [
    resource_servers_can_change,
    user_pool_tags_can_change,
    user_pool_with_domain_cannot_be_deleted,
    user_pool_update_resets_what_it_omits,
    user_pool_mfa_is_checked,
    protected_user_pool_cannot_be_deleted,
    user_pool_has_a_plan,
    pools_share_a_key,
]
