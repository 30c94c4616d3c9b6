package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.AppClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** Flows and addresses that hand a token or a password to somebody else. */
final class UnsafeOauthFlow {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "unsafe-oauth-flow",
            Severity.ERROR,
            "an app client that exposes tokens or passwords",
            UnsafeOauthFlow::judge);

    private static final String FLOWS = "allowed_oauth_flows";
    private static final String AUTH = "explicit_auth_flows";
    private static final List<String> ADDRESSES = List.of("callback_urls", "default_redirect_uri", "logout_urls");
    private static final Pattern LOCAL = Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");

    private UnsafeOauthFlow() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (AppClient client : surface.clients()) {
            judgeFlows(infrastructure, client.resource(), report);
            judgePasswords(infrastructure, client.resource(), report);
            ADDRESSES.forEach(attribute -> judgeAddresses(infrastructure, client.resource(), attribute, report));
        }
    }

    private static void judgeFlows(Infrastructure infrastructure, Resource client, TerraformReport report) {
        Value flows = infrastructure.resolve(client.argument(FLOWS));
        Place place = Place.of(client, FLOWS);
        if (Texts.of(flows).contains("implicit")) {
            report.error(
                    place,
                    "app client `" + client.address() + "` has the `implicit` flow, which puts tokens into URLs",
                    "use `code`, with PKCE where the client can keep no secret");
        } else {
            report.knows(place, flows);
        }
    }

    private static void judgePasswords(Infrastructure infrastructure, Resource client, TerraformReport report) {
        Value flows = infrastructure.resolve(client.argument(AUTH));
        Place place = Place.of(client, AUTH);
        SortedSet<String> found = Texts.of(flows);
        found.retainAll(List.of("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"));
        if (!found.isEmpty()) {
            report.warning(
                    place,
                    "app client `" + client.address() + "` has " + Wording.listed(found)
                            + ", with which it sees its users' passwords",
                    "use `ALLOW_USER_SRP_AUTH`, or the `code` flow");
        } else {
            report.knows(place, flows);
        }
    }

    private static void judgeAddresses(
            Infrastructure infrastructure, Resource client, String attribute, TerraformReport report) {
        Value written = infrastructure.resolve(client.argument(attribute));
        Place place = Place.of(client, attribute);
        for (Value item : written.items()) {
            String address = item.text().orElse("");
            if (address.startsWith("http://") && !LOCAL.matcher(address).matches()) {
                report.error(
                        place,
                        "app client `" + client.address() + "` sends users to `" + address + "` in plain text",
                        "use `https://`; `http://` is for `localhost` only");
            } else if (address.contains("*")) {
                report.error(
                        place,
                        "app client `" + client.address() + "` names `" + address
                                + "`; Cognito compares whole addresses and takes no `*`",
                        "write each address out");
            } else if (!isBegun(item)) {
                report.undecided(place, "`" + attribute + "` is not known");
            }
        }
    }

    /** Whether it is known, or known to begin with what is safe. */
    private static boolean isBegun(Value value) {
        Value first =
                value instanceof Value.Template template ? template.parts().get(0) : value;
        return first.text()
                .filter(text -> first.equals(value) || text.startsWith("https://"))
                .isPresent();
    }
}
