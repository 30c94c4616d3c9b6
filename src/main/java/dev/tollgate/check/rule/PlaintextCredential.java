package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is written into a configuration is in its repository, in every clone, for good. */
final class PlaintextCredential {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "plaintext-credential",
            Severity.ERROR,
            "a credential written into the configuration",
            PlaintextCredential::judge);

    /** The arguments that take a credential. */
    private static final Map<String, List<String>> ARGUMENTS = new TreeMap<>(Map.of(
            "aws_cognito_user", List.of("password", "temporary_password"),
            "aws_cognito_identity_provider", List.of("provider_details.client_secret"),
            "aws_db_instance", List.of("password"),
            "aws_rds_cluster", List.of("master_password"),
            "aws_secretsmanager_secret_version", List.of("secret_string"),
            "aws_api_gateway_api_key", List.of("value")));

    private PlaintextCredential() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        ARGUMENTS.forEach((type, arguments) -> {
            for (Resource resource : infrastructure.ofType(type)) {
                arguments.forEach(argument -> judge(infrastructure, resource, argument.split("\\.", -1), report));
            }
        });
    }

    private static void judge(
            Infrastructure infrastructure, Resource resource, String[] argument, TerraformReport report) {
        Value value = resource.argument(argument[0]);
        for (int i = 1; i < argument.length; i++) {
            value = value.get(argument[i]);
        }
        Value written = infrastructure.resolve(value);
        Value held = written instanceof Value.Sensitive sensitive ? sensitive.hidden() : written;
        if (held.text().filter(text -> !text.isEmpty()).isEmpty()) {
            return;
        }
        Place place = Place.of(resource, argument);
        if (infrastructure.view() == Infrastructure.View.CONFIGURATION || resource.isLiteral(argument)) {
            report.error(
                    place,
                    "`" + String.join(".", argument) + "` of `" + resource.address() + "` is written out",
                    "take it from a variable without default that is `sensitive` and `ephemeral`, or generate"
                            + " it where it is used");
        }
    }
}
