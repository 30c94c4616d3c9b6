package dev.tollgate.schema;

/** What Cognito refuses of a pool for people, and the page that says so. Read on 2026-11-28. */
final class PoolLimits {

    private static final String API = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/";
    private static final String GUIDE = "https://docs.aws.amazon.com/cognito/latest/developerguide/";
    private static final String POOL = API + "API_CreateUserPool.html";
    private static final String ATTRIBUTES_PAGE = GUIDE + "user-pool-settings-attributes.html";

    static final String MESSAGES = API + "API_VerificationMessageTemplateType.html";

    static final Limit SIGN_IN = Limit.items(Limit.oneOf(ATTRIBUTES_PAGE, "username", "email", "phone_number"));
    static final Limit ALIASES =
            Limit.items(Limit.oneOf(ATTRIBUTES_PAGE, "email", "phone_number", "preferred_username"));
    static final Limit ADDRESSES = Limit.items(Limit.oneOf(POOL, "email", "phone_number"));
    static final Limit RECOVERY = Limit.items(
                    Limit.oneOf(API + "API_RecoveryOptionType.html", "email", "phone_number", "admin_only"))
            .and(Limit.atMost(2, "ways to recover", API + "API_AccountRecoverySettingType.html"));

    static final Limit ATTRIBUTES = Limit.keys(Limit.matching(
                    "[A-Za-z][A-Za-z0-9_-]{0,19}",
                    "1 to 20 letters, digits, `_` and `-`, a letter first, without `custom:`",
                    API + "API_SchemaAttributeType.html"))
            .and(Limit.atMost(50, "attributes", GUIDE + "quotas.html"));
    static final Limit ATTRIBUTE_TYPE =
            Limit.oneOf(API + "API_SchemaAttributeType.html", "string", "number", "datetime", "boolean");
    static final Limit LENGTH = Limit.between(0, 2048, "characters", API + "API_StringAttributeConstraintsType.html");

    static final Limit VALUE = Limit.between(0, Integer.MAX_VALUE, "", API + "API_NumberAttributeConstraintsType.html");

    static final Limit CHARACTERS = Limit.items(
            Limit.oneOf(API + "API_PasswordPolicyType.html", "lowercase", "uppercase", "digits", "symbols"));
    static final Limit TEMPORARY_DAYS = Limit.between(1, 365, "days", API + "API_PasswordPolicyType.html");
    static final Limit HISTORY = Limit.between(0, 24, "passwords", API + "API_PasswordPolicyType.html");

    static final Limit MFA_METHODS =
            Limit.items(Limit.oneOf(API + "API_SetUserPoolMfaConfig.html", "totp", "sms", "email"));
    static final Limit FIRST_FACTORS = Limit.items(
            Limit.oneOf(API + "API_SignInPolicyType.html", "PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"));
    static final Limit RELYING_PARTY = Limit.matching(
            "[a-z0-9]([a-z0-9.-]{0,125}[a-z0-9])", "a domain name", API + "API_WebAuthnConfigurationType.html");
    static final Limit USER_VERIFICATION =
            Limit.oneOf(API + "API_WebAuthnConfigurationType.html", "required", "preferred");

    static final Limit SES_IDENTITY = Limit.matching(
            "arn:aws[a-z-]*:ses:[a-z0-9-]+:[0-9]{12}:identity/.+",
            "the ARN of an identity in SES, `arn:aws:ses:<region>:<account>:identity/<name>`",
            API + "API_EmailConfigurationType.html");
    static final Limit ADDRESS = Limit.matching(
            "[^\\r\\n]{0,200}[^\\s@<>]+@[^\\s@<>]+>?",
            "an address, alone or after a name: `Shop <no-reply@example.com>`",
            API + "API_EmailConfigurationType.html");
    static final Limit CONFIGURATION_SET = Limit.matching(
            "[A-Za-z0-9_-]{1,64}", "1 to 64 letters, digits, `_` and `-`", API + "API_EmailConfigurationType.html");
    static final Limit ROLE = Limit.matching(
            "arn:aws[a-z-]*:iam::[0-9]{12}:role/.+", "a role's ARN", API + "API_SmsConfigurationType.html");
    static final Limit EXTERNAL_ID = Limit.matching(
            "[\\w+=,.@:/-]{2,131}", "2 to 131 letters, digits and `_+=,.@:/-`", API + "API_SmsConfigurationType.html");
    static final Limit KMS_KEY = Limit.matching(
            "arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/.+", "a key's ARN", API + "API_LambdaConfigType.html");

    static final Limit SUBJECT = Limit.matching("(?s).{1,140}", "1 to 140 characters", MESSAGES);
    static final Limit VERIFICATION_BODY = Limit.matching(
            "(?s)(?=.{6,20000}$).*(\\{####\\}|\\{##.+##\\}).*",
            "6 to 20000 characters with `{####}`, or `{##text##}` for a link",
            MESSAGES);
    static final Limit MFA_BODY = Limit.matching(
            "(?s)(?=.{6,20000}$).*\\{####\\}.*",
            "6 to 20000 characters with `{####}`",
            API + "API_EmailMfaConfigType.html");
    static final Limit SMS_TEXT =
            Limit.matching("(?s)(?=.{6,140}$).*\\{####\\}.*", "6 to 140 characters with `{####}`", MESSAGES);
    static final Limit INVITATION_BODY = Limit.matching(
            "(?s)(?=.{6,20000}$)(?=.*\\{####\\}).*\\{username\\}.*",
            "6 to 20000 characters with `{username}` and `{####}`",
            API + "API_MessageTemplateType.html");
    static final Limit INVITATION_SMS = Limit.matching(
            "(?s)(?=.{6,140}$)(?=.*\\{####\\}).*\\{username\\}.*",
            "6 to 140 characters with `{username}` and `{####}`",
            API + "API_MessageTemplateType.html");

    static final Limit TOKEN_EVENT =
            Limit.oneOf(API + "API_PreTokenGenerationVersionConfigType.html", "V1_0", "V2_0", "V3_0");
    static final Limit THREAT_PROTECTION = Limit.oneOf(API + "API_UserPoolAddOnsType.html", "OFF", "AUDIT", "ENFORCED");
    static final Limit TIER = Limit.oneOf(GUIDE + "cognito-sign-in-feature-plans.html", "LITE", "ESSENTIALS", "PLUS");
    static final Limit DESCRIPTION =
            Limit.matching("(?s).{1,2048}", "1 to 2048 characters", API + "API_CreateGroup.html");

    /** From 1: the provider does not send a 0 that a group is made with. */
    static final Limit PRECEDENCE = Limit.between(1, Integer.MAX_VALUE, "", API + "API_CreateGroup.html");

    private static final String PROVIDER = API + "API_CreateIdentityProvider.html";

    static final Limit PROVIDER_KIND = Limit.oneOf(PROVIDER, "google", "apple", "facebook", "amazon", "oidc", "saml");
    static final Limit PROVIDERS = Limit.keys(Limit.matching(
                    "[A-Za-z][A-Za-z0-9_-]{2,31}", "3 to 32 letters, digits, `_` and `-`, a letter first", PROVIDER))
            .and(Limit.atMost(300, "identity providers", GUIDE + "quotas.html"));
    static final Limit MAPPED = Limit.keys(
            Limit.matching("[A-Za-z][A-Za-z0-9_-]{0,31}", "an attribute of the pool, without `custom:`", PROVIDER));
    static final Limit IDENTIFIERS = Limit.items(
                    Limit.matching("[\\w\\s+=.@-]{1,40}", "1 to 40 letters, digits and `_+=.@-`", PROVIDER))
            .and(Limit.atMost(50, "identifiers", GUIDE + "quotas.html"));
    static final Limit METADATA_URL =
            Limit.matching("https://[^\\s/?#]+(/[^\\s#]*)?", "an `https://` address", PROVIDER);
    static final Limit ATTRIBUTES_METHOD = Limit.oneOf(PROVIDER, "GET", "POST");
    static final Limit SESSION_MINUTES = Limit.between(3, 15, "minutes", API + "API_CreateUserPoolClient.html");
    static final Limit GRACE = Limit.between(0, 60, "seconds", API + "API_RefreshTokenRotationType.html");

    private PoolLimits() {}
}
