package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.providers.aws.data_aws_secretsmanager_secret_version.DataAwsSecretsmanagerSecretVersionConfig;
import com.hashicorp.cdktf.providers.aws.data_aws_ssm_parameter.DataAwsSsmParameterConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.IdentityProvider;
import java.util.SortedSet;
import java.util.TreeSet;

/** Secrets of others: never in the emitted JSON, only where they are. */
final class NamedSecrets {

    private final Elements elements;
    private final SortedSet<String> variables = new TreeSet<>();

    NamedSecrets(Elements elements) {
        this.elements = elements;
    }

    /** An expression for {@code secret}, for which {@code source} asks; {@code name} is that of its data source. */
    String value(IdentityProvider.Secret secret, String name, KeyPath source) {
        return switch (secret.store()) {
            case PARAMETER ->
                elements.add(
                                source,
                                name,
                                DataAwsSsmParameterConfig.builder()
                                        .name(Hcl.literal(secret.name()))
                                        .build())
                        .attribute("value");
            case SECRET ->
                elements.add(
                                source,
                                name,
                                DataAwsSecretsmanagerSecretVersionConfig.builder()
                                        .secretId(Hcl.literal(secret.name()))
                                        .build())
                        .attribute("secret_string");
            case VARIABLE -> {
                variables.add(secret.name());
                yield Hcl.template("var." + secret.name());
            }
        };
    }

    /** Declares the variables that Terraform asks for in {@code stack}, the emitted JSON. */
    void declare(ObjectNode stack) {
        if (variables.isEmpty()) {
            return;
        }
        ObjectNode declared = stack.withObject("/variable");
        variables.forEach(name -> declared.set(
                name,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("description", "a secret, which the environment file only names")
                        .put("type", "string")
                        .put("nullable", false)
                        .put("sensitive", true)));
    }
}
