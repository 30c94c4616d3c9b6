"""What a user pool may be: sign-in, attributes, factors, messages, the features of its plan; how many parts it may have."""

from moto.cognitoidp import models as cognito
from moto.cognitoidp.exceptions import InvalidParameterException
from moto.core.exceptions import JsonRESTError

from bed.common import before

STANDARD = set(cognito.CognitoIdpUserPoolAttribute.STANDARD_SCHEMA)


def pool_settings_are_checked() -> None:
    """AWS: user names are either addresses or have aliases; own attributes cannot be required, and are 50 at most; SMS is
    set up where phone numbers are verified; an SES sender names its identity; admin_only recovery stands alone
    (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html,
    user-pool-email.html, how-to-recover-a-user-account.html, quotas.html; wording from memory).
    moto: takes any."""

    def check(config: dict) -> None:
        if config.get("AliasAttributes") and config.get("UsernameAttributes"):
            raise InvalidParameterException(
                "Only one of the aliasAttributes or usernameAttributes can be set in a user pool."
            )
        own = [each for each in config.get("Schema") or [] if each["Name"] not in STANDARD]
        if any(each.get("Required") for each in own):
            raise InvalidParameterException("Required custom attributes are not supported currently.")
        if len(own) > 50:
            raise JsonRESTError("LimitExceededException", "A user pool can have 50 custom attributes.")
        if "phone_number" in (config.get("AutoVerifiedAttributes") or []) and not config.get("SmsConfiguration"):
            raise InvalidParameterException("SmsConfiguration is required to verify phone numbers.")
        mail = config.get("EmailConfiguration") or {}
        if mail.get("EmailSendingAccount") == "DEVELOPER" and not mail.get("SourceArn"):
            raise InvalidParameterException("Source ARN is required when the EmailSendingAccount is DEVELOPER.")
        mechanisms = [
            each["Name"] for each in (config.get("AccountRecoverySetting") or {}).get("RecoveryMechanisms") or []
        ]
        if "admin_only" in mechanisms and len(mechanisms) > 1:
            raise InvalidParameterException("admin_only cannot be combined with other recovery mechanisms.")

    on_pools(lambda config, former: check({**former, **config}))


def pool_features_need_their_plan() -> None:
    """AWS: threat protection needs the plan PLUS; sign-in by choice and the second version of the token trigger need
    ESSENTIALS, which a pool has unless it is told otherwise (FeatureUnavailableInTierException; https://docs.aws.amazon.com/
    cognito/latest/developerguide/cognito-sign-in-feature-plans.html).
    moto: knows no plans."""

    def check(config: dict, former: dict) -> None:
        plan = config.get("UserPoolTier") or former.get("UserPoolTier") or "ESSENTIALS"
        protection = (config.get("UserPoolAddOns") or {}).get("AdvancedSecurityMode", "OFF")
        if protection != "OFF" and plan != "PLUS":
            refuse(plan, "threat protection")
        trigger = ((config.get("LambdaConfig") or {}).get("PreTokenGenerationConfig") or {}).get(
            "LambdaVersion", "V1_0"
        )
        factors = ((config.get("Policies") or {}).get("SignInPolicy") or {}).get(
            "AllowedFirstAuthFactors", ["PASSWORD"]
        )
        if plan == "LITE" and (trigger != "V1_0" or factors != ["PASSWORD"]):
            refuse(plan, "access token customization and choice-based sign-in")

    def refuse(plan: str, feature: str) -> None:
        raise JsonRESTError("FeatureUnavailableInTierException", f"{feature} is not available in the plan {plan}.")

    on_pools(check)


def on_pools(check) -> None:
    """Run a check of a pool's configuration, and of what stays of the former one, when it is made and when it changes."""

    @before(cognito.CognitoIdpBackend, "create_user_pool")
    def made(self, given) -> None:
        check(given.extended_config, {})

    @before(cognito.CognitoIdpBackend, "update_user_pool")
    def changed(self, given) -> None:
        former = self.describe_user_pool(given.user_pool_id).extended_config
        kept = ("UserPoolTier", "AliasAttributes", "UsernameAttributes")
        check(given.extended_config, {name: former[name] for name in kept if name in former})


def token_trigger_has_two_names() -> None:
    """AWS: PreTokenGeneration is the function of PreTokenGenerationConfig, whichever of the two was said
    (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html).
    moto: keeps what was said."""

    def tell(config: dict, former: dict) -> None:
        functions = config.get("LambdaConfig") or {}
        if functions.get("PreTokenGenerationConfig"):
            functions["PreTokenGeneration"] = functions["PreTokenGenerationConfig"]["LambdaArn"]

    on_pools(tell)


def pools_have_quotas() -> None:
    """AWS: 25 resource servers a pool and 4 custom domains a region; the first can be raised
    (https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html).
    moto: has none."""

    @before(cognito.CognitoIdpBackend, "create_resource_server")
    def servers(self, given) -> None:
        if len(self.describe_user_pool(given.user_pool_id).resource_servers) >= 25:
            raise JsonRESTError("LimitExceededException", "Maximum number of resource servers reached: 25.")

    @before(cognito.CognitoIdpBackend, "create_user_pool_domain")
    def domains(self, given) -> None:
        custom = [each for each in self.user_pool_domains.values() if each.custom_domain_config]
        if given.custom_domain_config and len(custom) >= 4:
            raise JsonRESTError("LimitExceededException", "Maximum number of custom domains reached: 4.")


PATCHES = [
    pool_settings_are_checked,
    pool_features_need_their_plan,
    token_trigger_has_two_names,
    pools_have_quotas,
]
