package dev.tollgate.review;

import java.util.List;

/**
 * Something that keeps people out or data safe, by attributes of one or more types of resources.
 *
 * @param brief what to call its loss in a few words, for the first line; {@code %s} is what it becomes
 * @param harm who can do what once it is weaker, as the end of a sentence
 * @param keep what to do instead
 */
record Protection(
        String id,
        Kind kind,
        String title,
        String brief,
        List<String> types,
        List<Setting> settings,
        String harm,
        String keep) {

    private static final List<String> POOL = List.of("aws_cognito_user_pool");
    private static final List<String> CLIENT = List.of("aws_cognito_user_pool_client");
    private static final List<String> REST = List.of("aws_api_gateway_rest_api");
    private static final List<String> METHOD = List.of("aws_api_gateway_method");
    private static final List<String> DOMAINS = List.of("aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name");

    static final Protection MFA = weakened(
            "mfa-weakened",
            "MFA is required less",
            "MFA %s",
            POOL,
            List.of(Setting.ordered("mfa_configuration", "OFF", "OFF", "OPTIONAL", "ON")),
            "anyone who has a user's password signs in with it alone",
            "keep `mfa_configuration`; users who have enrolled expect it");

    static final Protection THREATS = weakened(
            "threat-protection-weakened",
            "risky sign-ins are watched less",
            "threat protection weaker",
            POOL,
            List.of(Setting.ordered("user_pool_add_ons.advanced_security_mode", "OFF", "OFF", "AUDIT", "ENFORCED")),
            "leaked passwords and automated sign-ins are no longer stopped or logged",
            "keep `advanced_security_mode`");

    static final Protection PASSWORDS = weakened(
            "password-policy-weakened",
            "weaker passwords are accepted",
            "weaker passwords",
            POOL,
            List.of(
                    Setting.atLeast("password_policy.minimum_length", 8),
                    Setting.on("password_policy.require_lowercase", "false"),
                    Setting.on("password_policy.require_uppercase", "false"),
                    Setting.on("password_policy.require_numbers", "false"),
                    Setting.on("password_policy.require_symbols", "false"),
                    Setting.atMost("password_policy.temporary_password_validity_days", 7)),
            "passwords become easier to guess",
            "keep the policy; it does not touch passwords that are set already");

    static final Protection POOL_DELETION = weakened(
            "deletion-protection-off",
            "deletion protection is switched off",
            "deletion protection off",
            POOL,
            List.of(Setting.ordered("deletion_protection", "INACTIVE", "INACTIVE", "ACTIVE")),
            "a later plan, or anyone with the permission, can delete it with everything in it",
            "switch it off only in the change before the one that deletes");

    static final Protection TABLE_DELETION = weakened(
            "table-protection-off",
            "a table's deletion protection is switched off",
            "deletion protection off",
            List.of("aws_dynamodb_table"),
            List.of(Setting.on("deletion_protection_enabled", "false")),
            "a later plan, or anyone with the permission, can delete it with everything in it",
            "switch it off only in the change before the one that deletes");

    static final Protection RECOVERY = weakened(
            "recovery-off",
            "point-in-time recovery is switched off, or goes back less far",
            "recovery less",
            List.of("aws_dynamodb_table"),
            List.of(
                    Setting.on("point_in_time_recovery.enabled", "false"),
                    Setting.atLeast("point_in_time_recovery.recovery_period_in_days", 35)),
            "items that are deleted or overwritten by mistake cannot be brought back",
            "keep `point_in_time_recovery` and `recovery_days`");

    static final Protection REVOCATION = weakened(
            "revocation-off",
            "tokens cannot be revoked",
            "revocation off",
            CLIENT,
            List.of(Setting.on("enable_token_revocation", "true")),
            "a stolen refresh token works until it expires",
            "keep `enable_token_revocation`");

    static final Protection EXISTENCE = weakened(
            "existence-disclosed",
            "sign-in tells which users exist",
            "user names disclosed",
            CLIENT,
            List.of(Setting.ordered("prevent_user_existence_errors", "LEGACY", "LEGACY", "ENABLED")),
            "anyone can find out who has an account",
            "keep `prevent_user_existence_errors = \"ENABLED\"`");

    static final Protection THROTTLE = weakened(
            "throttle-loosened",
            "a limit of calls is removed, or raised tenfold and more",
            "throttle looser",
            List.of("aws_apigatewayv2_stage", "aws_api_gateway_method_settings", "aws_api_gateway_usage_plan"),
            List.of(
                    Setting.limit("default_route_settings.throttling_rate_limit"),
                    Setting.limit("default_route_settings.throttling_burst_limit"),
                    Setting.limit("settings.throttling_rate_limit"),
                    Setting.limit("settings.throttling_burst_limit"),
                    Setting.limit("throttle_settings.rate_limit"),
                    Setting.limit("throttle_settings.burst_limit"),
                    Setting.limit("quota_settings.limit")),
            "one caller can take what all share, and guess tokens and ids faster",
            "keep a limit near what callers need");

    static final Protection ACCESS_LOG = weakened(
            "access-log-off",
            "a stage stops logging who calls it",
            "access log off",
            List.of("aws_apigatewayv2_stage", "aws_api_gateway_stage"),
            List.of(Setting.written("access_log_settings")),
            "nobody can tell afterwards who called what",
            "keep `access_log_settings`");

    static final Protection TLS = weakened(
            "tls-lowered",
            "older TLS is accepted",
            "older TLS",
            DOMAINS,
            List.of(Setting.tls("security_policy"), Setting.tls("domain_name_configuration.security_policy")),
            "someone between caller and API can use weaknesses of the old version",
            "keep the newer policy");

    static final Protection DATA_TRACE = weakened(
            "data-trace-on",
            "whole calls are written to the log",
            "data trace on",
            List.of("aws_api_gateway_method_settings", "aws_apigatewayv2_stage"),
            List.of(
                    Setting.off("settings.data_trace_enabled"),
                    Setting.off("default_route_settings.data_trace_enabled")),
            "anyone who reads the log reads tokens and bodies",
            "switch it on for a test stage only");

    static final Protection VALIDATOR = weakened(
            "request-validator-removed",
            "calls are no longer validated before the integration",
            "request validator removed",
            METHOD,
            List.of(Setting.written("request_validator_id")),
            "what the model refused reaches the integration",
            "keep the validator, or validate in the function");

    static final Protection MUTUAL_TLS = widened(
            "mutual-tls-removed",
            "a domain no longer requires client certificates",
            "mutual TLS removed",
            DOMAINS,
            List.of(Setting.written("mutual_tls_authentication")),
            "callers without a client certificate are let in",
            "keep `mutual_tls_authentication`");

    static final Protection API_KEY = widened(
            "api-key-dropped",
            "a method no longer requires an API key",
            "no API key",
            METHOD,
            List.of(Setting.on("api_key_required", "false")),
            "callers without an API key are let in, outside of every usage plan",
            "keep `api_key_required`");

    static final Protection RESOURCE_POLICY = widened(
            "resource-policy-removed",
            "an API loses its resource policy",
            "resource policy removed",
            REST,
            List.of(Setting.written("policy")),
            "what the policy kept out, by address, account or endpoint, is let in",
            "keep the policy");

    private static Protection weakened(
            String id,
            String title,
            String brief,
            List<String> types,
            List<Setting> settings,
            String harm,
            String keep) {
        return new Protection(id, Kind.WEAKENED, title, brief, types, settings, harm, keep);
    }

    private static Protection widened(
            String id,
            String title,
            String brief,
            List<String> types,
            List<Setting> settings,
            String harm,
            String keep) {
        return new Protection(id, Kind.WIDENED, title, brief, types, settings, harm, keep);
    }

    /** All that is known from attributes; in this order a reviewer reads. */
    static final List<Protection> ALL = List.of(
            MUTUAL_TLS,
            API_KEY,
            RESOURCE_POLICY,
            MFA,
            THREATS,
            PASSWORDS,
            POOL_DELETION,
            TABLE_DELETION,
            RECOVERY,
            REVOCATION,
            EXISTENCE,
            THROTTLE,
            ACCESS_LOG,
            TLS,
            DATA_TRACE,
            VALIDATOR);
}
