package dev.tollgate.tfvars;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.LambdaFunction;
import dev.tollgate.schema.FunctionKeys;
import java.util.Optional;

/** Makes the alias of a function, and says what Lambda keeps ready of no function, or not of this one. */
record AliasBinder(Problems problems) {

    /** A snapshot holds no more of {@code /tmp}: https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html. */
    private static final int SNAPSHOT_STORAGE = 512;

    Optional<LambdaFunction.Alias> alias(Fields function) {
        Optional<Integer> provisioned = function.number(FunctionKeys.PROVISIONED_CONCURRENCY);
        boolean snapStart = function.truth(FunctionKeys.SNAP_START);
        if (snapStart) {
            snapStart(function);
        }
        provisioned.ifPresent(instances -> reserved(function, instances));
        Optional<String> name = function.text(FunctionKeys.ALIAS);
        if (name.isEmpty()) {
            provisioned.ifPresent(instances -> needed(function, FunctionKeys.PROVISIONED_CONCURRENCY));
            if (snapStart) {
                needed(function, FunctionKeys.SNAP_START);
            }
        }
        return name.map(alias -> new LambdaFunction.Alias(alias, provisioned, snapStart));
    }

    /** Lambda has neither for what is deployed last, {@code $LATEST}, which routes call otherwise. */
    private void needed(Fields function, FunctionKeys by) {
        problems.missing(function, FunctionKeys.ALIAS, "`" + by + "` needs: only a published version has it");
    }

    private void snapStart(Fields function) {
        if (function.has(FunctionKeys.PROVISIONED_CONCURRENCY)) {
            conflict(
                    function, "is beside `provisioned_concurrency`: Lambda takes one of the two", "remove one of them");
        }
        if (function.has(FunctionKeys.IMAGE)) {
            conflict(function, "is beside `image`: Lambda has no SnapStart for images", "remove `snap_start`");
        }
        if (function.has(FunctionKeys.FILE_SYSTEM)) {
            conflict(function, "is beside `file_system`: a snapshot has nothing mounted", "remove one of them");
        }
        if (function.whole(FunctionKeys.EPHEMERAL_STORAGE) > SNAPSHOT_STORAGE) {
            conflict(
                    function,
                    "is beside an `ephemeral_storage` of more than " + SNAPSHOT_STORAGE
                            + " MB, which a snapshot does not" + " hold",
                    "remove one of them");
        }
    }

    private void conflict(Fields function, String because, String hint) {
        KeyPath path = function.path().child(FunctionKeys.SNAP_START.word());
        problems.report("conflicting-keys", path, "`" + path + "` " + because, hint);
    }

    private void reserved(Fields function, int provisioned) {
        function.number(FunctionKeys.RESERVED_CONCURRENCY)
                .filter(reserved -> provisioned > reserved)
                .ifPresent(reserved -> {
                    KeyPath path = function.path().child(FunctionKeys.PROVISIONED_CONCURRENCY.word());
                    problems.report(
                            "conflicting-keys",
                            path,
                            "`" + path + "` is " + provisioned + ", and `reserved_concurrency` lets " + reserved
                                    + " run at once",
                            "keep fewer started, or reserve more");
                });
    }
}
