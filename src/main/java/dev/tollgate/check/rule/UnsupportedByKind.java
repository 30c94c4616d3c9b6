package dev.tollgate.check.rule;

import dev.tollgate.check.Capability;
import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A feature that the chosen kind of API lacks; never dropped in silence. */
final class UnsupportedByKind {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unsupported-by-kind",
                    Severity.ERROR,
                    "the file asks for what its kind of API does not have",
                    UnsupportedByKind::judge)
            .neverAccepted();

    private UnsupportedByKind() {}

    private static void judge(Environment environment, Report report) {
        Set<String> absent = new HashSet<>();
        for (Capability capability : Capability.ALL) {
            String key = capability.key().get(0);
            if (capability.isOf(environment.kind()) || absent.contains(key) || !isAsked(capability, environment)) {
                continue;
            }
            if (environment.kind() == ApiKind.NONE) {
                absent.add(key);
            }
            KeyPath path = KeyPath.of(capability.key().toArray());
            report.error(
                    path,
                    "`" + path + "` asks for " + capability.feature() + ", which `api_type = \""
                            + environment.kind().word() + "\"` does not have",
                    capability.instead() + ", or choose " + capability.alternative() + "; see " + capability.source());
        }
    }

    private static boolean isAsked(Capability capability, Environment environment) {
        return environment
                .written(capability.key())
                .filter(value -> !value.equals(Map.of()) && !value.equals(List.of()) && capability.isAskedBy(value))
                .isPresent();
    }
}
