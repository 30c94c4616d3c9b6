package dev.tollgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A small configuration as it is after an apply: each resource has what AWS fills in, and what refers to it has the
 * value. Ids are made up from addresses; all else is what {@code plans/filled.json} took from real plans.
 */
final class AppliedStack {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Path FILLED = Path.of("src/test/resources/plans/filled.json");
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![.\\w\"-])(aws_[a-z0-9_]+)\\.([\\w-]+)\\.([a-z_]+(?:\\[0]\\.[a-z_]+)?)(?![\\w(\\[.])");
    private static final String ACCOUNT = ":REGION:123456789012:";

    /** References that lead from one to the next, at most. */
    private static final int DEEPEST = 6;

    private final JsonNode provider;
    private final JsonNode filled;
    private final ObjectNode stack;

    private AppliedStack(JsonNode provider, ObjectNode stack) throws java.io.IOException {
        this.provider = provider;
        this.filled = JSON.readTree(FILLED.toFile());
        this.stack = stack;
    }

    /** {@code written} with all that an apply adds. */
    static ObjectNode of(JsonNode written, JsonNode provider) throws java.io.IOException {
        AppliedStack applied = new AppliedStack(provider, written.deepCopy());
        applied.fill();
        applied.settle();
        for (int i = 0; i < DEEPEST; i++) {
            applied.replace(applied.stack);
        }
        return applied.stack;
    }

    /** Each resource is in its provider's region. */
    private void settle() {
        stack.path("resource")
                .properties()
                .forEach(type -> type.getValue().properties().forEach(one -> {
                    String alias = one.getValue().path("provider").asText().replaceFirst("^.*?[.]|}$", "");
                    String region = "eu-west-1";
                    JsonNode aws = stack.path("provider").path("aws");
                    for (JsonNode block :
                            aws.isArray() ? aws : NODES.arrayNode().add(aws)) {
                        if (block.path("alias").asText().equals(alias)
                                && block.path("region").isTextual()) {
                            region = block.path("region").asText();
                        }
                    }
                    settle(one.getValue(), region);
                }));
    }

    private static void settle(JsonNode node, String region) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getValue().isTextual()) {
                    member.setValue(
                            TextNode.valueOf(member.getValue().asText().replace(":REGION:", ":" + region + ":")));
                } else {
                    settle(member.getValue(), region);
                }
            });
        } else {
            node.forEach(one -> settle(one, region));
        }
    }

    private void fill() {
        stack.path("resource")
                .properties()
                .forEach(type -> type.getValue().properties().forEach(one -> {
                    JsonNode block = one.getValue().isArray() ? one.getValue().path(0) : one.getValue();
                    fill((ObjectNode) block, type.getKey(), one.getKey(), "", provider.path(type.getKey()));
                }));
    }

    private void fill(ObjectNode block, String type, String name, String path, JsonNode schema) {
        for (Map.Entry<String, JsonNode> attribute : schema.properties()) {
            String key = attribute.getKey();
            String at = path.isEmpty() ? key : path + "." + key;
            JsonNode described = attribute.getValue();
            if (!block.has(key)) {
                JsonNode known = filled.path(type).path(at);
                if (described.has("computed")) {
                    String made = identity(type, name, key, block);
                    JsonNode value = made.isEmpty() ? known : TextNode.valueOf(made);
                    if (!value.isMissingNode()) {
                        block.set(key, value);
                    }
                } else if (isEmpty(known) || (described.has("block") && path.isEmpty() && !known.isMissingNode())) {
                    block.set(key, known);
                }
            } else if (described.has("block")) {
                for (JsonNode inner : block.path(key).isArray()
                        ? block.path(key)
                        : NODES.arrayNode().add(block.path(key))) {
                    if (inner.isObject()) {
                        fill((ObjectNode) inner, type, name, at, described.path("of"));
                    }
                }
            }
        }
    }

    /** What the provider tells of an attribute that AWS does not have. */
    private static boolean isEmpty(JsonNode known) {
        return known.isTextual() && known.asText().isEmpty();
    }

    /** Ten letters that are another's for no other address. */
    private static String id(String type, String name) {
        return Integer.toString(Math.floorMod((type + "." + name).hashCode(), 1_000_000_007), 36)
                        .concat("xxxxxxxxxx")
                        .substring(0, 8)
                + "ab";
    }

    private static String identity(String type, String name, String key, JsonNode block) {
        String id = id(type, name);
        String ref = "${" + type + "." + name + ".";
        String own = type.startsWith("aws_lambda_alias") ? ref + "arn}" : "";
        return switch (key) {
            case "id" ->
                switch (type) {
                    case "aws_cognito_user_pool" -> "eu-west-1_" + id;
                    case "aws_cognito_user_pool_client" -> id + id.substring(0, 6);
                    case "aws_lambda_function" -> ref + "function_name}";
                    case "aws_lambda_alias", "aws_iam_policy", "aws_acm_certificate" -> ref + "arn}";
                    case "aws_cloudwatch_log_group",
                            "aws_dynamodb_table",
                            "aws_iam_role",
                            "aws_ssm_parameter",
                            "aws_apigatewayv2_stage" -> block.has("name") ? ref + "name}" : id;
                    case "aws_apigatewayv2_domain_name", "aws_api_gateway_domain_name" -> ref + "domain_name}";
                    case "aws_cognito_user_pool_domain" -> ref + "domain}";
                    case "aws_api_gateway_account" -> "api-gateway-account";
                    default -> id;
                };
            case "arn" -> arn(type, name, ref, block);
            case "zone_id" -> "Z" + id.toUpperCase(java.util.Locale.ROOT);
            case "execution_arn" ->
                type.endsWith("_stage")
                        ? (type.startsWith("aws_apigatewayv2")
                                ? "${" + api(block, "api_id") + "}/" + ref + "name}"
                                : "${" + api(block, "rest_api_id") + "}/" + ref + "stage_name}")
                        : "arn:aws:execute-api" + ACCOUNT + ref + "id}";
            case "invoke_arn" ->
                "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + (own.isEmpty() ? ref + "arn}" : own)
                        + "/invocations";
            case "qualified_arn" -> ref + "arn}:$LATEST";
            case "version" ->
                type.equals("aws_lambda_function") ? (block.path("publish").asBoolean() ? "1" : "$LATEST") : "";
            case "endpoint" ->
                type.equals("aws_cognito_user_pool") ? "cognito-idp.eu-west-1.amazonaws.com/" + ref + "id}" : "";
            case "root_resource_id" -> "root" + id.substring(0, 6);
            case "regional_domain_name", "target_domain_name" -> "d-" + id + ".execute-api.eu-west-1.amazonaws.com";
            case "hosted_zone_id", "regional_zone_id" -> "Z2FDTNDATAQYW2";
            case "api_endpoint" -> "https://" + ref + "id}.execute-api.eu-west-1.amazonaws.com";
            case "invoke_url" ->
                type.equals("aws_api_gateway_stage")
                        ? "https://${" + api(block, "rest_api_id").replace("execution_arn", "id")
                                + "}.execute-api.eu-west-1.amazonaws.com/" + ref + "stage_name}"
                        : "";
            case "client_secret" -> block.path("generate_secret").asBoolean() ? "made-up-" + id + id : "";
            case "path" -> type.equals("aws_api_gateway_resource") ? path(ref, block) : "";
            case "scope_identifiers", "name_prefix", "policy" -> "";
            case "url" ->
                type.equals("aws_sqs_queue") ? "https://sqs.eu-west-1.amazonaws.com/123456789012/" + ref + "name}" : "";
            default -> "";
        };
    }

    private static String path(String ref, JsonNode block) {
        Matcher parent = REFERENCE.matcher(block.path("parent_id").asText());
        boolean isRoot = !parent.find() || !parent.group(1).equals("aws_api_gateway_resource");
        return isRoot
                ? "/" + ref + "path_part}"
                : "${aws_api_gateway_resource." + parent.group(2) + ".path}/" + ref + "path_part}";
    }

    /** The ARN of the API that {@code block} belongs to, as a traversal. */
    private static String api(JsonNode block, String key) {
        Matcher api = REFERENCE.matcher(block.path(key).asText());
        return api.find()
                ? api.group(1) + "." + api.group(2) + ".execution_arn"
                : "\"arn:aws:execute-api" + ACCOUNT + "elsewhere\"";
    }

    private static String arn(String type, String name, String ref, JsonNode block) {
        String id = id(type, name);
        return switch (type) {
            case "aws_lambda_function" -> "arn:aws:lambda" + ACCOUNT + "function:" + ref + "function_name}";
            case "aws_lambda_alias" -> {
                Matcher function = REFERENCE.matcher(block.path("function_name").asText());
                yield "arn:aws:lambda" + ACCOUNT + "function:"
                        + (function.find()
                                ? "${aws_lambda_function." + function.group(2) + ".function_name}"
                                : "elsewhere")
                        + ":" + ref + "name}";
            }
            case "aws_cognito_user_pool" -> "arn:aws:cognito-idp" + ACCOUNT + "userpool/" + ref + "id}";
            case "aws_iam_role" -> "arn:aws:iam::123456789012:role/" + (block.has("name") ? ref + "name}" : id);
            case "aws_dynamodb_table" -> "arn:aws:dynamodb" + ACCOUNT + "table/" + ref + "name}";
            case "aws_cloudwatch_log_group" ->
                "arn:aws:logs" + ACCOUNT + "log-group:" + (block.has("name") ? ref + "name}" : id);
            case "aws_acm_certificate" -> "arn:aws:acm" + ACCOUNT + "certificate/" + id;
            case "aws_api_gateway_rest_api" -> "arn:aws:apigateway:eu-west-1::/restapis/" + ref + "id}";
            case "aws_apigatewayv2_api" -> "arn:aws:apigateway:eu-west-1::/apis/" + ref + "id}";
            case "aws_api_gateway_stage" ->
                "arn:aws:apigateway:eu-west-1::/restapis/${"
                        + api(block, "rest_api_id").replace("execution_arn", "id") + "}/stages/" + ref + "stage_name}";
            case "aws_apigatewayv2_stage" ->
                "arn:aws:apigateway:eu-west-1::/apis/${" + api(block, "api_id").replace("execution_arn", "id")
                        + "}/stages/" + ref + "name}";
            case "aws_sqs_queue" -> "arn:aws:sqs" + ACCOUNT + ref + "name}";
            default ->
                "arn:aws:" + type.replaceFirst("aws_([a-z0-9]+)_.*", "$1") + ACCOUNT
                        + type.replaceFirst("aws_[a-z0-9]+_", "") + "/" + id;
        };
    }

    private void replace(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (member.getValue().isTextual() && member.getValue().asText().contains("${")) {
                    member.setValue(TextNode.valueOf(replaced(member.getValue().asText())));
                } else {
                    replace(member.getValue());
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual() && array.get(i).asText().contains("${")) {
                    array.set(i, TextNode.valueOf(replaced(array.get(i).asText())));
                } else {
                    replace(array.get(i));
                }
            }
        }
    }

    private String replaced(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int from = text.indexOf("${"); from >= 0; from = text.indexOf("${", at)) {
            int end = PlanOf.end(text, from);
            result.append(text, at, from);
            Matcher whole = REFERENCE.matcher(text.substring(from + 2, end));
            result.append(
                    whole.matches()
                            ? literal(whole, true)
                            : "${"
                                    + whole.replaceAll(one ->
                                            Matcher.quoteReplacement(literal(REFERENCE.matcher(one.group()), false)))
                                    + "}");
            at = Math.min(end + 1, text.length());
        }
        return result.append(text.substring(Math.min(at, text.length()))).toString();
    }

    /** What {@code reference} holds, when that refers to nothing any more; as it stands otherwise. */
    private String literal(Matcher reference, boolean inText) {
        if (!reference.matches()) {
            return reference.toString();
        }
        JsonNode held = stack.path("resource").path(reference.group(1)).path(reference.group(2));
        for (String step : reference.group(3).split("\\[0]\\.|\\.", -1)) {
            held = (held.isArray() ? held.path(0) : held).path(step);
        }
        boolean isKnown = held.isTextual() ? !held.asText().contains("${") : held.isValueNode() && !held.isNull();
        if (!isKnown) {
            return inText ? "${" + reference.group() + "}" : reference.group();
        }
        return inText || !held.isTextual()
                ? held.asText()
                : TextNode.valueOf(held.asText()).toString();
    }
}
