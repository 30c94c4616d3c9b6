package dev.tollgate.review;

import dev.tollgate.terraform.ResourceChange;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What AWS calls a resource of one type.
 *
 * @param type Terraform's type of resource
 * @param attributes what makes up the name
 * @param space types with one such word share their names
 * @param once whether AWS refuses a second one of the same name
 * @param collection where an environment file describes it; empty where it stands under no key of its own
 */
record AwsName(String type, List<String> attributes, String space, boolean once, String collection) {

    /** What stands first is what the others are made for. */
    static final List<AwsName> ALL = List.of(
            once("aws_lambda_function", "functions", "function_name"),
            once("aws_dynamodb_table", "tables", "name"),
            once("aws_cognito_resource_server", "resource_servers", "user_pool_id", "identifier"),
            shared("aws_cognito_user_pool_client", "clients", "user_pool_id", "name"),
            shared("aws_cognito_user_pool", "", "name"),
            once("aws_cognito_identity_provider", "", "user_pool_id", "provider_name"),
            once("aws_cognito_user_group", "", "user_pool_id", "name"),
            once("aws_cognito_user_pool_domain", "", "domain"),
            new AwsName("aws_api_gateway_domain_name", List.of("domain_name"), "API domain", true, ""),
            new AwsName("aws_apigatewayv2_domain_name", List.of("domain_name"), "API domain", true, ""),
            once("aws_cloudwatch_log_group", "functions", "name"),
            once("aws_iam_role", "functions", "name"),
            once("aws_iam_policy", "", "name"),
            once("aws_ssm_parameter", "", "name"));

    private static final Map<String, AwsName> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(AwsName::type, name -> name));

    private static AwsName once(String type, String collection, String... attributes) {
        return new AwsName(type, List.of(attributes), type, true, collection);
    }

    private static AwsName shared(String type, String collection, String... attributes) {
        return new AwsName(type, List.of(attributes), type, false, collection);
    }

    static Optional<AwsName> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The name in {@code values}, where all of it is known. */
    Optional<String> in(Value values) {
        List<String> parts = new ArrayList<>();
        for (String attribute : attributes) {
            values.get(attribute).text().ifPresent(parts::add);
        }
        return parts.size() == attributes.size() ? Optional.of(String.join(" ", parts)) : Optional.empty();
    }

    /** The part of the name that people know, the last. */
    String shown(Value values) {
        return values.get(attributes.get(attributes.size() - 1)).text().orElse("");
    }

    /** What nothing else is called that shares its names; empty where it has no name, or one that is not known. */
    static Optional<String> unique(String type, Value values) {
        return of(type).flatMap(name -> name.in(values).map(text -> name.space + " " + text));
    }

    /** Whether {@code change} leaves the name as it was. */
    static boolean stays(ResourceChange change) {
        Optional<String> before = unique(change.type(), change.before());
        return before.isPresent() && before.equals(unique(change.type(), change.after()));
    }
}
