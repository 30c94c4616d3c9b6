package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import dev.tollgate.model.UserPool;

/** A pool in which anybody can make a user; where only machines have clients, a door nobody uses. */
final class SelfSignUpOpenInFile {

    private SelfSignUpOpenInFile() {}

    static void judge(Environment environment, Report report) {
        if (environment.userPool().isEmpty()
                || !(environment.userPool().get() instanceof UserPool.Created created)
                || !created.selfSignUp()) {
            return;
        }
        KeyPath path = KeyPath.of("user_pool", "self_sign_up");
        boolean machinesOnly = !environment.clients().isEmpty()
                && environment.clients().stream().allMatch(AppClient::isMachineOnly);
        if (machinesOnly) {
            report.error(
                    path,
                    "anyone may sign up, and every client of the user pool is a machine",
                    "remove `self_sign_up`; machines are clients, not users");
        } else {
            report.warning(
                    path,
                    "anyone may sign up, and is an authenticated caller then",
                    "remove `self_sign_up`, or suppress this with the reason, and require scopes on the routes");
        }
    }
}
