package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.Capability;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.HashSet;
import java.util.Set;

/** A feature that the chosen kind of API lacks; never dropped in silence. */
final class UnsupportedByKind {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unsupported-by-kind",
                    Severity.ERROR,
                    "the file asks for what its kind of API does not support",
                    UnsupportedByKind::judge)
            .neverAccepted();

    private UnsupportedByKind() {}

    private static void judge(Environment environment, Report report) {
        Set<String> absent = new HashSet<>();
        for (Capability capability : EnvironmentSchema.capabilities()) {
            String key = capability.key().get(0);
            if (capability.isOf(environment.kind()) || absent.contains(key) || !capability.isAskedBy(environment)) {
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
}
