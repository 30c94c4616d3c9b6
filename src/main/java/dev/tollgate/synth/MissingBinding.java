package dev.tollgate.synth;

import dev.tollgate.finding.UserError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module of the AWS bindings that is not in this build, which has only those that our classes referred to when it was
 * made. Java misses its classes, or the script that makes elements its class, and either says so at length.
 */
final class MissingBinding {

    private static final Pattern MODULE =
            Pattern.compile("com/hashicorp/cdktf/providers/aws/(\\w+)/|'@cdktf/provider-aws\\.(\\w+)");

    private MissingBinding() {}

    /** The error to show, where a missing module is what {@code thrown} is about. */
    static Optional<UserError> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher matcher = MODULE.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                String module = Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2));
                return Optional.of(new UserError(
                        UserError.Exit.ENVIRONMENT,
                        "the module `" + module + "` of the AWS bindings is missing from this build of Tollgate",
                        "rebuild Tollgate: a build includes the modules that its classes use",
                        thrown));
            }
        }
        return Optional.empty();
    }
}
