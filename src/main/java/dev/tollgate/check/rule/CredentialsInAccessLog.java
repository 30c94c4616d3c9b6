package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** An access log is read by more people than a token is meant for. */
final class CredentialsInAccessLog {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "credentials-in-access-log",
            Severity.ERROR,
            "credentials or all of a token's claims in the access log",
            CredentialsInAccessLog::judge);

    private static final Map<String, Pattern> TELLTALE = new TreeMap<>(Map.of(
            "the API key", Pattern.compile("\\$context\\.identity\\.apiKey(?!Id)"),
            "the Authorization header", Pattern.compile("(?i)\\$[\\w.]*header\\.authorization"),
            "the request", Pattern.compile("\\$input\\b"),
            "all of the authorizer's context", Pattern.compile("\\$context\\.authorizer(?![.\\w])"),
            "all claims of the token", Pattern.compile("\\$context\\.authorizer(\\.jwt)?\\.claims(?![.\\w])")));

    private CredentialsInAccessLog() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource stage : AccessLogs.stages(infrastructure)) {
            Value format = infrastructure.resolve(stage.get(AccessLogs.BLOCK).get(AccessLogs.FORMAT));
            Place place = Place.of(stage, AccessLogs.BLOCK, AccessLogs.FORMAT);
            if (!report.knows(place, format)) {
                continue;
            }
            TreeSet<String> found = new TreeSet<>();
            TELLTALE.forEach((what, pattern) -> {
                if (pattern.matcher(format.text().orElse("")).find()) {
                    found.add(what);
                }
            });
            if (!found.isEmpty()) {
                report.error(
                        place,
                        "stage `" + stage.address() + "` logs "
                                + Wording.listed(found).replace("`", ""),
                        "log single claims, as in `$context.authorizer.claims.client_id`");
            }
        }
    }
}
