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
import java.util.function.BiConsumer;

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
                source.match(new Judge(
                        environment,
                        function,
                        (because, hint) -> report.error(path, "`" + path + "` " + because, hint)));
            });
        }
    }

    /** Says what is wrong with a source to {@code says}: why, and how to mend it. */
    private record Judge(Environment environment, LambdaFunction.Packaged function, BiConsumer<String, String> says)
            implements VariableSource.Cases<Boolean> {

        @Override
        public Boolean pool(VariableSource.OfPool source) {
            if (environment.userPool().isEmpty()) {
                says.accept("names the user pool, and the file has none", "add `user_pool`, or remove the variable");
                return false;
            }
            return isMadeBefore("the user pool");
        }

        @Override
        public Boolean client(VariableSource.OfClient source) {
            List<String> known =
                    environment.clients().stream().map(AppClient::id).toList();
            if (!known.contains(source.client())) {
                says.accept(
                        "names client `" + source.client() + "`, which is not in `clients`",
                        Wording.meant(source.client(), known, "clients"));
                return false;
            }
            return isMadeBefore("a client of the user pool");
        }

        @Override
        public Boolean table(VariableSource.OfTable source) {
            List<String> known = environment.tables().stream().map(Table::name).toList();
            if (!known.contains(source.table())) {
                says.accept(
                        "names table `" + source.table() + "`, which is not in `tables`",
                        Wording.meant(source.table(), known, "tables"));
                return false;
            }
            return true;
        }

        @Override
        public Boolean secret(VariableSource.Secret source) {
            return true;
        }

        @Override
        public Boolean parameter(VariableSource.Parameter source) {
            return true;
        }

        /** A pool that the file makes names its triggers, so that they are made before it. */
        private boolean isMadeBefore(String what) {
            boolean isCircle = environment
                            .userPool()
                            .filter(UserPool.Created.class::isInstance)
                            .isPresent()
                    && environment.triggers().containsValue(function.id());
            if (isCircle) {
                says.accept(
                        "names " + what + ", and the pool calls `" + function.id()
                                + "` as a trigger: neither could be made first",
                        "read the pool's id from the trigger's event, `userPoolId`, and the client's from `callerContext`");
            }
            return !isCircle;
        }
    }
}
