package dev.tollgate.check.environment;

import dev.tollgate.check.Capability;
import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A feature that the chosen kind of API lacks; never dropped in silence. */
final class UnsupportedByKind {

    static final EnvironmentRule RULE = new EnvironmentRule(
            "unsupported-by-kind",
            Severity.ERROR,
            "the file asks for what its kind of API does not have",
            UnsupportedByKind::judge);

    private UnsupportedByKind() {}

    private static void judge(Environment environment, Report report) {
        Set<String> reported = new HashSet<>();
        for (Capability capability : Capability.ALL) {
            Optional<Object> written = environment.written(capability.key());
            if (written.filter(value -> isAsked(capability, value)).isEmpty()
                    || capability.isOf(environment.kind())
                    || reported.contains(capability.key().get(0))) {
                continue;
            }
            if (environment.kind() == ApiKind.NONE) {
                reported.add(capability.key().get(0));
            }
            String kind = environment.kind() == ApiKind.NONE
                    ? "`api_type = \"none\"` makes no API, so there is no "
                    : "`api_type = \"" + environment.kind().word() + "\"` does not have ";
            String feature = environment.kind() == ApiKind.NONE
                    ? capability.feature().replaceFirst("^an? ", "")
                    : capability.feature();
            report.error(
                    KeyPath.of(capability.key().toArray()),
                    kind + feature,
                    capability.instead() + ", or choose " + capability.alternative() + "; see " + capability.source());
        }
    }

    private static boolean isAsked(Capability capability, Object written) {
        boolean empty = written.equals(Map.of()) || written.equals(List.of());
        return !empty && capability.isAskedBy(written);
    }
}
