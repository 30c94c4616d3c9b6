package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.AppClient;
import dev.tollgate.model.Environment;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A callback or logout URL without TLS, without a fixed address, or with a fragment, none of which Cognito takes; only
 * {@code http://localhost} may do without TLS, for tests, and an app may have a scheme of its own.
 */
final class UnsafeCallbackUrl {

    static final CheckRule RULE = CheckRule.ofFile(
            "unsafe-callback-url",
            Severity.ERROR,
            "an address to return to that Cognito refuses or that gives tokens away",
            UnsafeCallbackUrl::judge);

    private UnsafeCallbackUrl() {}

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s]+");
    private static final Pattern LOCAL = Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");

    private static void judge(Environment environment, Report report) {
        for (AppClient client : environment.clients()) {
            judge(client.callbackUrls(), KeyPath.of("clients", client.id(), "callback_urls"), report);
            judge(client.logoutUrls(), KeyPath.of("clients", client.id(), "logout_urls"), report);
        }
    }

    private static void judge(List<String> urls, KeyPath path, Report report) {
        for (int i = 0; i < urls.size(); i++) {
            String url = urls.get(i);
            KeyPath at = path.child(String.valueOf(i));
            if (!ABSOLUTE.matcher(url).matches()) {
                report.error(
                        at,
                        "`" + url + "` is no absolute address",
                        "write it whole, `https://app.example.com/callback`");
            } else if (url.contains("*")) {
                report.error(
                        at,
                        "`" + url + "` has a `*`; Cognito compares addresses letter by letter",
                        "list each address");
            } else if (url.contains("#")) {
                report.error(
                        at, "`" + url + "` has a fragment, which Cognito refuses", "leave out `#` and what follows");
            } else if (url.startsWith("http://") && !LOCAL.matcher(url).matches()) {
                report.error(
                        at,
                        "`" + url + "` goes without TLS; only `http://localhost` may, for tests",
                        "write `https://" + url.substring("http://".length()) + "`");
            }
        }
    }
}
