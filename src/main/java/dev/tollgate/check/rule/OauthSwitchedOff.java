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
import java.util.List;
import java.util.TreeSet;

/** Cognito heeds a client's flows, scopes and addresses only where its OAuth is switched on. */
final class OauthSwitchedOff {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "oauth-switched-off",
            Severity.ERROR,
            "OAuth flows of a client that are switched off",
            OauthSwitchedOff::judge);

    private static final String SWITCH = "allowed_oauth_flows_user_pool_client";
    private static final List<String> MEANT = List.of("allowed_oauth_flows", "allowed_oauth_scopes", "callback_urls");

    private OauthSwitchedOff() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Resource client : infrastructure.ofType("aws_cognito_user_pool_client")) {
            Value on = infrastructure.resolve(client.argument(SWITCH));
            List<String> written = MEANT.stream()
                    .filter(name -> !client.argument(name).items().isEmpty())
                    .toList();
            if (!written.isEmpty() && report.knows(Place.of(client, SWITCH), on) && !on.is("true")) {
                report.error(
                        Place.of(client, SWITCH),
                        "app client `" + client.address() + "` has " + Wording.listed(new TreeSet<>(written))
                                + ", and its OAuth is switched off: it gets no token by any of it",
                        "set `" + SWITCH + " = true`");
            }
        }
    }
}
