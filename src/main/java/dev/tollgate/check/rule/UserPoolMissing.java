package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.EnvironmentKeys;
import java.util.List;
import java.util.Map;

/** An environment without a user pool, which only an HTTP API with an issuer of its own can do without. */
final class UserPoolMissing {

    static final CheckRule RULE = CheckRule.ofFile(
                    "user-pool-missing",
                    Severity.ERROR,
                    "nothing issues tokens, or something needs the user pool that the file does not have",
                    UserPoolMissing::judge)
            .needing("user_pool.source", "authorizer.issuer")
            .neverAccepted();

    private UserPoolMissing() {}

    private static void judge(Environment environment, Report report) {
        if (environment.userPool().isPresent()) {
            return;
        }
        if (environment.authorizer().external().isEmpty()) {
            report.error(
                    KeyPath.of("user_pool"),
                    environment.kind() == ApiKind.NONE
                            ? "there is no `user_pool`, and `api_type = \"none\"` creates nothing else"
                            : "there is no `user_pool`: nothing issues the tokens that routes require",
                    "add `user_pool = {}`, which makes one"
                            + (environment.kind() == ApiKind.HTTP ? ", or give the `authorizer` an `issuer`" : ""));
            return;
        }
        for (EnvironmentKeys key : List.of(EnvironmentKeys.CLIENTS, EnvironmentKeys.RESOURCE_SERVERS)) {
            if (environment
                    .written(key)
                    .filter(value -> !value.equals(Map.of()))
                    .isPresent()) {
                needed(KeyPath.of(key), report);
            }
        }
        if (environment.authDomain().isPresent()) {
            needed(KeyPath.of("custom_domain", "auth"), report);
        }
    }

    private static void needed(KeyPath path, Report report) {
        report.error(
                path,
                "`" + path + "` needs a `user_pool`, and tokens come from `authorizer.issuer` here",
                "remove it, or replace the issuer by a `user_pool`");
    }
}
