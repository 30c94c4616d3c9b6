package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformOutputConfig;
import dev.tollgate.finding.KeyPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What a stack tells whoever builds on it, under the same name for every kind of API. */
final class StackOutputs {

    /** A value of the stack's; the first of {@code references} that the stack has. */
    private record One(String name, String about, List<String> references) {

        Optional<String> in(SortedMap<String, KeyPath> sources) {
            return references.stream()
                    .filter(reference -> sources.containsKey(reference.substring(0, reference.lastIndexOf('.'))))
                    .findFirst();
        }
    }

    private static final List<One> ALL = List.of(
            new One("api_id", "the API", List.of("aws_api_gateway_rest_api.api.id", "aws_apigatewayv2_api.api.id")),
            new One(
                    "api_execution_arn",
                    "what a permission to call the API begins with",
                    List.of("aws_api_gateway_rest_api.api.execution_arn", "aws_apigatewayv2_api.api.execution_arn")),
            new One(
                    "stage_name",
                    "the API's stage",
                    List.of("aws_api_gateway_stage.api.stage_name", "aws_apigatewayv2_stage.api.name")),
            new One(
                    "stage_arn",
                    "the stage's ARN",
                    List.of("aws_api_gateway_stage.api.arn", "aws_apigatewayv2_stage.api.arn")),
            new One(
                    "authorizer_id",
                    "what verifies tokens",
                    List.of("aws_api_gateway_authorizer.cognito.id", "aws_apigatewayv2_authorizer.jwt.id")),
            new One(
                    "certificate_arn",
                    "the certificate of the API's own domain name",
                    List.of("aws_acm_certificate_validation.api_domain.certificate_arn")));

    private final Elements elements;

    private StackOutputs(Elements elements) {
        this.elements = elements;
    }

    /** Adds those of {@code elements}, which are complete. */
    static void add(Elements elements) {
        StackOutputs outputs = new StackOutputs(elements);
        ALL.forEach(one -> one.in(elements.sources())
                .ifPresent(reference -> outputs.output(one.name(), one.about(), Hcl.template(reference))));
        outputs.each(
                "functions",
                "the functions that this stack makes, by their names in the file",
                "aws_lambda_function.",
                address -> Map.of(
                        "name",
                        Hcl.template(address + ".function_name"),
                        "arn",
                        Hcl.template(address + ".arn"),
                        "role_arn",
                        Hcl.template(address + ".role")));
        outputs.each(
                "tables",
                "the tables, by their names in the file",
                "aws_dynamodb_table.",
                address -> Map.of("name", Hcl.template(address + ".name"), "arn", Hcl.template(address + ".arn")));
    }

    private void each(String name, String about, String type, Function<String, Map<String, String>> values) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        elements.sources().forEach((address, source) -> {
            if (address.startsWith(type)) {
                all.put(source.parts().get(source.parts().size() - 1), new TreeMap<>(values.apply(address)));
            }
        });
        if (!all.isEmpty()) {
            output(name, about, all);
        }
    }

    private void output(String name, String about, Object value) {
        elements.output(
                name,
                TerraformOutputConfig.builder().description(about).value(value).build());
    }
}
