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

/** Whoever may read a function's configuration reads its variables. */
final class SecretInFunctionEnvironment {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "secret-in-function-environment",
                    Severity.ERROR,
                    "a secret in a function's environment variables",
                    SecretInFunctionEnvironment::judge)
            .andOfFile(SecretInFunctionEnvironmentInFile::judge)
            .formerly("plaintext-credential");

    private static final String[] VARIABLES = {"environment", "variables"};
    private static final String HINT =
            "have the function read it at run time, from Secrets Manager or a `SecureString` parameter";

    private SecretInFunctionEnvironment() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        Secrets secrets = new Secrets(infrastructure);
        for (Resource function : infrastructure.ofType("aws_lambda_function")) {
            Value variables = function.get(VARIABLES[0]).get(VARIABLES[1]);
            if (variables instanceof Value.Mapping mapping) {
                mapping.members()
                        .forEach((name, value) -> judge(infrastructure, secrets, function, name, value, report));
            } else {
                judgeWhole(secrets, function, variables, report);
            }
        }
    }

    /** A plan does not know any of the variables when it does not know one. */
    private static void judgeWhole(Secrets secrets, Resource function, Value variables, TerraformReport report) {
        Place place = Place.of(function, VARIABLES);
        Optional<String> source = secrets.source(variables);
        if (source.isPresent()) {
            report.error(
                    place, "function `" + function.address() + "` has `" + source.get() + "` in its environment", HINT);
        } else if (!variables.isAbsent()) {
            report.undecided(place, "its variables are not known");
        }
    }

    private static void judge(
            Infrastructure infrastructure,
            Secrets secrets,
            Resource function,
            String name,
            Value value,
            TerraformReport report) {
        Place place = Place.of(function, VARIABLES[0], VARIABLES[1], name);
        String variable = "`" + name + "` of function `" + function.address() + "`";
        Optional<String> source = secrets.source(value);
        Value resolved = infrastructure.resolve(value);
        if (source.isPresent()) {
            report.error(place, "environment variable " + variable + " holds `" + source.get() + "`", HINT);
        } else if (resolved instanceof Value.Sensitive) {
            report.error(
                    place,
                    "environment variable " + variable + " holds a value that Terraform marks as" + " sensitive",
                    HINT);
        } else if (resolved.text().filter(text -> Secrets.isSecret(name, text)).isPresent()) {
            report.error(place, "environment variable " + variable + " holds a hard-coded secret", HINT);
        } else if (Secrets.isNamed(name) && resolved.text().isEmpty()) {
            report.undecided(place, "what `" + name + "` holds is not known");
        }
    }
}
