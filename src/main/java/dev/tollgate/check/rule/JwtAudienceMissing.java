package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A JWT authorizer takes the tokens of the clients in its audience; one of another pool never gets in. */
final class JwtAudienceMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "jwt-audience-missing",
            Severity.ERROR,
            "a JWT authorizer whose audience is missing or wrong",
            JwtAudienceMissing::judge);

    private static final String[] AUDIENCE = {"jwt_configuration", "audience"};
    private static final String CLIENT = "aws_cognito_user_pool_client";

    /** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html */
    private static final Pattern CLIENT_ID = Pattern.compile("[\\w+]{1,128}");

    private JwtAudienceMissing() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            for (Authorizer authorizer : api.authorizers()) {
                if (authorizer.kind() instanceof Authorizer.Jwt) {
                    judge(infrastructure, surface, authorizer, report);
                }
            }
        }
    }

    private static void judge(
            Infrastructure infrastructure, Surface surface, Authorizer authorizer, TerraformReport report) {
        Place place = Place.of(authorizer.resource(), AUDIENCE);
        List<Value> audience = authorizer.audience();
        if (audience.isEmpty()) {
            report.error(
                    place,
                    "JWT authorizer `" + authorizer.resource().address() + "` has no audience",
                    "list the ids of the app clients whose tokens it accepts in `jwt_configuration.audience`");
        }
        for (Value one : audience) {
            judge(infrastructure, surface, authorizer, one, report);
        }
    }

    private static void judge(
            Infrastructure infrastructure,
            Surface surface,
            Authorizer authorizer,
            Value audience,
            TerraformReport report) {
        Place place = Place.of(authorizer.resource(), AUDIENCE);
        String subject = "JWT authorizer `" + authorizer.resource().address() + "`";
        List<Resource> named = Audience.clients(infrastructure, audience);
        ReferenceTarget followed = infrastructure.follow(audience, CLIENT);
        boolean elsewhere = followed instanceof ReferenceTarget.Elsewhere known && known.isKnown();
        if (named.isEmpty() && !elsewhere) {
            report.undecided(place, "its audience is not known");
        }
        for (Resource client : named) {
            judgeClient(surface, authorizer, client, report);
        }
        if (named.isEmpty() && elsewhere && isCognito(infrastructure, authorizer)) {
            Optional<String> text = infrastructure.resolve(audience).text();
            if (text.filter(id -> !CLIENT_ID.matcher(id).matches()).isPresent()) {
                report.error(
                        place,
                        subject + " has the audience `" + text.get()
                                + "`, which is not the id of an app client: Cognito's"
                                + " access tokens have no `aud`, and API Gateway compares `client_id` instead",
                        "list ids of app clients, as in `aws_cognito_user_pool_client.NAME.id`");
            }
        }
    }

    private static void judgeClient(Surface surface, Authorizer authorizer, Resource client, TerraformReport report) {
        Optional<Resource> pool = surface.clients().stream()
                .filter(one -> one.resource().isSame(client))
                .findFirst()
                .flatMap(PoolClient::pool);
        boolean certain = authorizer.certain() && !authorizer.pools().isEmpty();
        if (pool.isPresent() && certain && !authorizer.pools().contains(pool.get())) {
            report.error(
                    Place.of(authorizer.resource(), AUDIENCE),
                    "JWT authorizer `" + authorizer.resource().address() + "` names app client `" + client.address()
                            + "` of another user pool, `" + pool.get().address()
                            + "`: no token of that client ever has this issuer",
                    "name app clients of `" + authorizer.pools().get(0).address() + "`");
        }
    }

    private static boolean isCognito(Infrastructure infrastructure, Authorizer authorizer) {
        return !authorizer.pools().isEmpty()
                || authorizer
                        .issuer()
                        .flatMap(issuer -> infrastructure.resolve(issuer).text())
                        .filter(issuer -> issuer.contains("cognito-idp."))
                        .isPresent();
    }
}
