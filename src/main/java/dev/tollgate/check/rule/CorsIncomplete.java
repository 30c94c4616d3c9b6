package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.Cors;
import dev.tollgate.model.Environment;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * CORS that lets a page in and refuses what it must send. {@code *} does not cover Authorization, and covers nothing
 * beside credentials (Fetch standard, CORS protocol). GET, HEAD and POST need no permission.
 */
final class CorsIncomplete {

    static final CheckRule RULE = CheckRule.ofFile(
                    "cors-incomplete", Severity.WARNING, "a page that may call still cannot", CorsIncomplete::judge)
            .needing("routes");

    private CorsIncomplete() {}

    private static final Set<String> NEEDING_PERMISSION = Set.of("DELETE", "PATCH", "PUT");

    private static void judge(Environment environment, Report report) {
        environment.cors().ifPresent(cors -> {
            boolean authorization =
                    cors.allowHeaders().stream().anyMatch(header -> header.equalsIgnoreCase("Authorization"));
            if (!authorization && !environment.securedRoutes().isEmpty()) {
                report.warning(
                        KeyPath.of("cors", "allow_headers"),
                        "pages may not send `Authorization`, which secured routes need"
                                + (cors.allowHeaders().contains("*") ? "; `*` does not cover it" : ""),
                        "add `Authorization` to `allow_headers`");
            }
            methods(environment, cors, report);
        });
    }

    private static void methods(Environment environment, Cors cors, Report report) {
        if (cors.allowMethods().contains("*") && !cors.allowCredentials()) {
            return;
        }
        Set<String> missing = environment.routes().stream()
                .map(route -> route.key().method())
                .filter(method -> NEEDING_PERMISSION.contains(method)
                        && !cors.allowMethods().contains(method))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.isEmpty()) {
            report.note(
                    KeyPath.of("cors", "allow_methods"),
                    "pages may not use " + Wording.listed(missing) + ", which routes answer"
                            + (cors.allowMethods().contains("*")
                                    ? "; `*` means nothing beside `allow_credentials`"
                                    : ""),
                    "add what pages use to `allow_methods`");
        }
    }
}
