package dev.tollgate.check.rule;

import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An origin that says too much, or that no browser sends: an origin is a scheme, a host and perhaps a port. */
final class CorsTooOpenInFile {

    private CorsTooOpenInFile() {}

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");
    // HTTP APIs take these two, too: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
    private static final Set<String> ANY_OF_SCHEME = Set.of("http://*", "https://*");

    static void judge(Environment environment, Report report) {
        environment.cors().ifPresent(cors -> {
            for (int i = 0; i < cors.allowOrigins().size(); i++) {
                origin(
                        cors.allowOrigins().get(i),
                        KeyPath.of("cors", "allow_origins", i),
                        environment,
                        cors.allowCredentials(),
                        report);
            }
        });
    }

    private static void origin(
            String origin, KeyPath path, Environment environment, boolean credentials, Report report) {
        boolean any = origin.equals("*") || (environment.kind() == ApiKind.HTTP && ANY_OF_SCHEME.contains(origin));
        if (any && credentials) {
            report.error(
                    path,
                    "`allow_credentials` lets pages of any origin call with a visitor's cookies, which API Gateway and"
                            + " browsers refuse",
                    "list the origins, `https://app.example.com`, or remove `allow_credentials`");
        } else if (any && !environment.securedRoutes().isEmpty()) {
            report.warning(
                    path,
                    "pages of any origin may call an API with secured routes",
                    "list the origins, `https://app.example.com`");
        } else if (!any && !ORIGIN.matcher(origin).matches()) {
            report.error(
                    path,
                    "`" + origin + "` is not an origin, so it lets no page in; an origin is `scheme://host` or"
                            + " `scheme://host:port`",
                    hint(origin));
        } else if (!any && !origin.equals(asSent(origin))) {
            report.error(
                    path,
                    "`" + origin + "` lets no page in: browsers send `" + asSent(origin) + "`",
                    "write `" + asSent(origin) + "`");
        }
    }

    /** In lower case, and without the port that the scheme has anyway: https://www.rfc-editor.org/rfc/rfc6454. */
    private static String asSent(String origin) {
        return origin.toLowerCase(Locale.ROOT).replaceFirst("^(https://.*):443$|^(http://.*):80$", "$1$2");
    }

    private static String hint(String origin) {
        String stripped = origin.replaceFirst("(?<=[^/:])/.*", "");
        String meant = stripped.contains("://") ? stripped : "https://" + stripped;
        return meant.contains(".") && ORIGIN.matcher(meant).matches()
                ? "write `" + meant + "`"
                : "write `https://app.example.com`";
    }
}
