package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.model.Table;
import dev.tollgate.model.UserPool;
import dev.tollgate.model.VariableSource;
import java.util.List;
import java.util.Optional;

/** An environment variable whose value comes from what the stack does not have, or has only after the function. */
final class UnknownSource {

    static final CheckRule RULE = CheckRule.ofFile(
                    "unknown-source",
                    Severity.ERROR,
                    "an environment variable from what the file does not have",
                    UnknownSource::judge)
            .needing("user_pool", "clients", "tables")
            .neverAccepted();

    private UnknownSource() {}

    private static void judge(Environment environment, Report report) {
        for (LambdaFunction.Packaged function : environment.packagedFunctions()) {
            function.environmentFrom().forEach((name, source) -> {
                KeyPath path = KeyPath.of("functions", function.id(), "environment_from", name);
                source.match(new Judge(environment, function))
                        .ifPresent(
                                mistake -> report.error(path, "`" + path + "` " + mistake.because(), mistake.hint()));
            });
        }
    }

    private record Mistake(String because, String hint) {}

    /** What is wrong with a source of {@code function}. */
    private record Judge(Environment environment, LambdaFunction.Packaged function)
            implements VariableSource.Cases<Optional<Mistake>> {

        @Override
        public Optional<Mistake> pool(VariableSource.OfPool source) {
            return environment.userPool().isEmpty()
                    ? Optional.of(new Mistake(
                            "names the user pool, and the file has none", "add `user_pool`, or remove the variable"))
                    : madeAfter("the user pool");
        }

        @Override
        public Optional<Mistake> client(VariableSource.OfClient source) {
            List<String> known =
                    environment.clients().stream().map(AppClient::id).toList();
            return missing("client", source.client(), known, "clients")
                    .or(() -> madeAfter("a client of the user pool"));
        }

        @Override
        public Optional<Mistake> table(VariableSource.OfTable source) {
            List<String> known = environment.tables().stream().map(Table::name).toList();
            return missing("table", source.table(), known, "tables");
        }

        @Override
        public Optional<Mistake> secret(VariableSource.Secret source) {
            return Optional.empty();
        }

        @Override
        public Optional<Mistake> parameter(VariableSource.Parameter source) {
            return Optional.empty();
        }

        private static Optional<Mistake> missing(String kind, String name, List<String> known, String key) {
            return known.contains(name)
                    ? Optional.empty()
                    : Optional.of(new Mistake(
                            "names " + kind + " `" + name + "`, which is not in `" + key + "`",
                            Wording.meant(name, known, key)));
        }

        /** A pool that the file makes names its triggers, so that they are made before it. */
        private Optional<Mistake> madeAfter(String what) {
            boolean isCircle = environment
                            .userPool()
                            .filter(UserPool.Created.class::isInstance)
                            .isPresent()
                    && environment.triggers().containsValue(function.id());
            return isCircle
                    ? Optional.of(new Mistake(
                            "names " + what + ", and the pool calls `" + function.id()
                                    + "` as a trigger: neither could be made first",
                            "read the pool's id from the trigger's event, `userPoolId`, and the client's from"
                                    + " `callerContext`"))
                    : Optional.empty();
        }
    }
}
