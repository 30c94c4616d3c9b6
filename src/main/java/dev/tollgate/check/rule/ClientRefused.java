package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A client's settings have to go together: Cognito refuses the client, at the end of a plan that said nothing. */
final class ClientRefused {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "client-refused",
                    Severity.ERROR,
                    "settings of a client that Cognito refuses together",
                    ClientRefused::judge)
            .fixedInFile("add the triggers to `user_pool.triggers`, or remove `CUSTOM` from the client's `auth_flows`");

    private static final String FLOWS = "explicit_auth_flows";

    private ClientRefused() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (PoolClient client : surface.clients()) {
            flows(infrastructure, client, report);
            addresses(infrastructure, client.resource(), report);
        }
    }

    private static void flows(Infrastructure infrastructure, PoolClient client, TerraformReport report) {
        Resource resource = client.resource();
        String subject = "app client `" + resource.address() + "` ";
        SortedSet<String> flows = new TreeSet<>(Texts.of(infrastructure.resolve(resource.argument(FLOWS))));
        boolean isNew = flows.stream().anyMatch(flow -> flow.startsWith("ALLOW_"));
        boolean isOld = flows.stream().anyMatch(flow -> !flow.startsWith("ALLOW_"));
        if (isNew && isOld) {
            report.error(
                    Place.of(resource, FLOWS),
                    subject + "mixes flows with and without `ALLOW_`, which Cognito refuses",
                    "write all of them with `ALLOW_`");
        }
        boolean rotates = infrastructure
                .resolve(resource.argument("refresh_token_rotation").get("feature"))
                .is("ENABLED");
        if (rotates && flows.contains("ALLOW_REFRESH_TOKEN_AUTH")) {
            report.error(
                    Place.of(resource, FLOWS),
                    subject + "rotates refresh tokens, and `ALLOW_REFRESH_TOKEN_AUTH` does not: Cognito refuses both",
                    "remove `ALLOW_REFRESH_TOKEN_AUTH`");
        }
        boolean propagates = infrastructure
                .resolve(resource.argument("enable_propagate_additional_user_context_data"))
                .is("true");
        Value secret = infrastructure.resolve(resource.argument("generate_secret"));
        if (propagates && secret.isCertain() && !secret.is("true")) {
            report.error(
                    Place.of(resource, "enable_propagate_additional_user_context_data"),
                    subject + "passes on its users' context without a secret, which Cognito refuses",
                    "set `generate_secret = true`, or leave it out");
        }
        Optional<Resource> pool = client.pool().filter(one -> one.is("aws_cognito_user_pool"));
        if (flows.contains("ALLOW_CUSTOM_AUTH") && pool.isPresent()) {
            TreeSet<String> missing = new TreeSet<>(
                    List.of("create_auth_challenge", "define_auth_challenge", "verify_auth_challenge_response"));
            Value config = pool.get().argument("lambda_config");
            missing.removeIf(trigger -> !config.get(trigger).isAbsent());
            if (!missing.isEmpty()) {
                report.warning(
                        Place.of(resource, FLOWS),
                        subject + "has `ALLOW_CUSTOM_AUTH`, and its user pool lacks the triggers "
                                + Wording.listed(missing),
                        "add them to the pool's `lambda_config`, or remove the flow");
            }
        }
    }

    private static void addresses(Infrastructure infrastructure, Resource client, TerraformReport report) {
        Value address = infrastructure.resolve(client.argument("default_redirect_uri"));
        Value callbacks = infrastructure.resolve(client.argument("callback_urls"));
        boolean isOne =
                address.text().filter(one -> Texts.of(callbacks).contains(one)).isPresent();
        if (address.text().isPresent() && callbacks.isCertain() && !isOne) {
            report.error(
                    Place.of(client, "default_redirect_uri"),
                    "app client `" + client.address()
                            + "` has a `default_redirect_uri` that is none of its `callback_urls`",
                    "add it to `callback_urls`, letter by letter");
        }
    }
}
