package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/** A parameter of type {@code String} is stored, listed and logged in plain text. */
final class SecretInPlainParameter {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "secret-in-plain-parameter",
            Severity.ERROR,
            "a secret in a parameter that is not encrypted",
            SecretInPlainParameter::judge);

    private static final String TYPE = "type";

    private SecretInPlainParameter() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Secrets secrets = new Secrets(infrastructure);
        for (Resource parameter : infrastructure.ofType("aws_ssm_parameter")) {
            Optional<String> secret = secret(infrastructure, secrets, parameter);
            Value type = infrastructure.resolve(parameter.get(TYPE));
            Place place = Place.of(parameter, TYPE);
            if (secret.isPresent() && !type.is("SecureString") && report.knows(place, type)) {
                report.error(
                        place,
                        "parameter `" + parameter.address() + "` keeps " + secret.get() + " in plain text",
                        "set `type = \"SecureString\"`");
            }
        }
    }

    private static Optional<String> secret(Infrastructure infrastructure, Secrets secrets, Resource parameter) {
        String attribute = parameter.argument("insecure_value").isAbsent() ? "value" : "insecure_value";
        Value value = parameter.get(attribute);
        Optional<String> source = secrets.source(value);
        if (source.isPresent()) {
            return source.map(one -> "`" + one + "`");
        }
        String name = infrastructure.resolve(parameter.get("name")).text().orElse(parameter.name());
        Value resolved = infrastructure.resolve(value);
        // The provider marks every `value` as sensitive, so that alone tells nothing.
        Value plain = resolved instanceof Value.Sensitive sensitive ? sensitive.hidden() : resolved;
        boolean harmless =
                plain.text().filter(text -> !Secrets.isSecret(name, text)).isPresent();
        return (Secrets.isNamed(name) && !harmless)
                        || plain.text()
                                .filter(text -> Secrets.isSecret(name, text))
                                .isPresent()
                ? Optional.of("a secret")
                : Optional.empty();
    }
}
