package dev.tollgate.docs;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.schema.EnvironmentSchema;
import dev.tollgate.schema.NotOffered;
import dev.tollgate.schema.Type;
import dev.tollgate.synth.StackResources;
import dev.tollgate.testing.Synthesis;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.Parsed;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/own-terraform.md}: {@code own/page.md}, with what stacks of many environments have. */
public final class OwnTerraformPage {

    private static final Path OWN = Path.of("src", "test", "resources", "own");
    private static final Path PAGE = OWN.resolve("page.md");

    /** Environments that have everything between them. */
    private static final List<Path> ENVIRONMENTS = List.of(
            OWN.resolve("rest.tfvars"),
            OWN.resolve("http.tfvars"),
            Path.of("environments", "prod.tfvars"),
            Path.of("environments", "dev.tfvars"),
            Path.of("src", "test", "resources", "people", "by-email.tfvars"),
            Path.of("src", "test", "resources", "people", "by-name.tfvars"));

    private static final Map<String, String> PURPOSES = purposes();

    private OwnTerraformPage() {}

    private static Map<String, String> purposes() {
        Map<String, String> purposes = new TreeMap<>();
        purposes.put("aws_acm_certificate", "certificates of domain names of your own");
        purposes.put("aws_acm_certificate_validation", "what waits until a certificate is valid: refer to this one");
        purposes.put(
                "aws_api_gateway_account", "the role by which REST APIs of the account log, where the file owns it");
        purposes.put("aws_api_gateway_authorizer", "verifies tokens: `authorizer_id` of a method of yours");
        purposes.put("aws_api_gateway_base_path_mapping", "shows the stage under the domain name");
        purposes.put("aws_api_gateway_deployment", "the copy of the API that the stage answers with");
        purposes.put("aws_api_gateway_domain_name", "the REST API's domain name");
        purposes.put("aws_api_gateway_gateway_response", "headers of refusals, for CORS");
        purposes.put("aws_api_gateway_integration", "what a route calls");
        purposes.put("aws_api_gateway_integration_response", "answers of preflights");
        purposes.put("aws_api_gateway_method", "a route, and who may call it");
        purposes.put("aws_api_gateway_method_response", "answers of preflights");
        purposes.put("aws_api_gateway_method_settings", "log level, metrics and limits of the stage");
        purposes.put("aws_api_gateway_resource", "a part of a path: `parent_id` of a path of yours");
        purposes.put("aws_api_gateway_rest_api", "the REST API: `id`, `root_resource_id`, `execution_arn`");
        purposes.put("aws_api_gateway_stage", "the stage: `arn` for a web ACL, `stage_name`, `invoke_url`");
        purposes.put("aws_apigatewayv2_api", "the HTTP API: `id`, `execution_arn`, `api_endpoint`");
        purposes.put("aws_apigatewayv2_api_mapping", "shows the stage under the domain name");
        purposes.put("aws_apigatewayv2_authorizer", "verifies tokens: `authorizer_id` of a route of yours");
        purposes.put("aws_apigatewayv2_domain_name", "the HTTP API's domain name");
        purposes.put("aws_apigatewayv2_integration", "what routes call: one a function");
        purposes.put("aws_apigatewayv2_route", "a route, and who may call it");
        purposes.put("aws_apigatewayv2_stage", "the stage: `arn`, `name`, `invoke_url`");
        purposes.put("aws_cloudwatch_log_group", "access log, execution log, logs of functions");
        purposes.put("aws_cognito_identity_provider", "who else signs people in");
        purposes.put("aws_cognito_resource_server", "scopes");
        purposes.put("aws_cognito_user_group", "groups");
        purposes.put("aws_cognito_user_pool", "the user pool: `id`, `arn`, `endpoint`");
        purposes.put("aws_cognito_user_pool_client", "app clients: `id`, `client_secret`");
        purposes.put("aws_cognito_user_pool_domain", "where clients get tokens");
        purposes.put("aws_dynamodb_table", "tables: `name`, `arn`");
        purposes.put("aws_iam_role", "what a function may do: add an `aws_iam_role_policy` of yours");
        purposes.put("aws_iam_role_policy", "what the file asks for a function");
        purposes.put("aws_iam_role_policy_attachment", "the account's role for logs");
        purposes.put("aws_lambda_alias", "what routes and the pool call: `arn` and `invoke_arn` for callers of yours");
        purposes.put("aws_lambda_event_source_mapping", "queues and streams that Lambda reads for a function");
        purposes.put("aws_lambda_function", "functions: `arn`, `invoke_arn`, `function_name`");
        purposes.put("aws_lambda_function_event_invoke_config", "what becomes of calls whose callers do not wait");
        purposes.put("aws_lambda_layer_version", "layers: `arn` for functions of yours");
        purposes.put("aws_lambda_permission", "who may call a function");
        purposes.put("aws_lambda_provisioned_concurrency_config", "what is kept started of an alias");
        purposes.put("aws_appautoscaling_policy", "when the capacities of a table move");
        purposes.put("aws_appautoscaling_target", "between what the capacities of a table move");
        purposes.put("aws_route53_record", "names, and proofs for certificates");
        purposes.put("aws_s3_object", "packages that functions get by way of a bucket");
        purposes.put("aws_scheduler_schedule", "when a function is called");
        purposes.put("aws_sns_topic_subscription", "topics that call a function");
        purposes.put("aws_ssm_parameter", "where other environments read the pool");
        purposes.put("data.aws_caller_identity", "the account");
        purposes.put("data.aws_partition", "`aws`, `aws-cn`, `aws-us-gov`");
        purposes.put("data.aws_route53_zone", "the zone of the domain names");
        purposes.put("data.aws_secretsmanager_secret_version", "secrets that the file only names");
        purposes.put(
                "data.aws_ssm_parameter", "what another environment publishes, and secrets that the file only names");
        return purposes;
    }

    static String text() {
        try {
            return Files.readString(PAGE)
                    .replace("{addresses}", addresses())
                    .replace("{outputs}", outputs())
                    .replace("{not-offered}", notOffered());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recipes: each file's text, by its path. */
    public static SortedMap<String, String> recipes() {
        SortedMap<String, String> recipes = new TreeMap<>();
        try {
            Matcher block = Pattern.compile(
                            "^```terraform\\n# (\\S+\\.tf)\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                    .matcher(Files.readString(PAGE));
            while (block.find()) {
                if (recipes.put(block.group(1), block.group(2)) != null) {
                    throw new AssertionError("two recipes are the file " + block.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return recipes;
    }

    /** Types without a purpose, and purposes of what no stack has. */
    static SortedSet<String> undescribed() {
        SortedSet<String> wrong = new TreeSet<>(byType().keySet());
        wrong.removeAll(PURPOSES.keySet());
        SortedSet<String> unused = new TreeSet<>(PURPOSES.keySet());
        unused.removeAll(byType().keySet());
        wrong.addAll(unused);
        return wrong;
    }

    private static String addresses() {
        StringBuilder table = new StringBuilder("| address | of the key | what it is for |\n|---|---|---|\n");
        byType().forEach((type, names) -> {
            Map<String, SortedSet<String>> keys = new LinkedHashMap<>();
            names.forEach((name, sources) -> sources.forEach(source ->
                    keys.computeIfAbsent(source, key -> new TreeSet<>()).add(name)));
            table.append("| ")
                    .append(names.keySet().stream()
                            .map(name -> "`" + type + "." + name + "`")
                            .collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(keys.keySet().stream()
                            .sorted()
                            .map(key -> "`" + key + "`")
                            .collect(Collectors.joining(", ")))
                    .append(" | ")
                    .append(PURPOSES.getOrDefault(type, "?"))
                    .append(" |\n");
        });
        return table.toString().stripTrailing();
    }

    /** For each type its names, and for each of these the keys that it comes from. */
    private static SortedMap<String, SortedMap<String, SortedSet<String>>> byType() {
        SortedMap<String, SortedMap<String, SortedSet<String>>> types = new TreeMap<>();
        for (Path file : ENVIRONMENTS) {
            StackResources.sources(environment(file)).forEach((address, source) -> {
                if (!address.startsWith("terraform_data.") && !address.contains(" ")) {
                    int dot = address.lastIndexOf('.');
                    types.computeIfAbsent(address.substring(0, dot), type -> new TreeMap<>())
                            .computeIfAbsent(name(source, address.substring(dot + 1)), name -> new TreeSet<>())
                            .add(key(source));
                }
            });
        }
        return types;
    }

    /** What follows from an entry of the file is called after it. */
    private static String name(KeyPath source, String name) {
        List<String> parts = source.parts();
        for (int length = 1; length < parts.size(); length++) {
            if (isMap(parts.subList(0, length))) {
                return parts.get(length - 1).replaceAll("s$", "").toUpperCase(Locale.ROOT);
            }
        }
        return name;
    }

    private static String key(KeyPath source) {
        List<String> parts = source.parts();
        for (int length = 1; length < parts.size(); length++) {
            if (isMap(parts.subList(0, length))) {
                return String.join(".", parts.subList(0, length));
            }
        }
        return source.toString();
    }

    private static boolean isMap(List<String> path) {
        Type at = EnvironmentSchema.ROOT;
        for (String part : path) {
            at = at instanceof Type.ObjectOf object && object.attribute(part).isPresent()
                    ? object.attribute(part).get().type()
                    : Type.Primitive.STRING;
        }
        return at instanceof Type.MapOf map && map.element() instanceof Type.ObjectOf;
    }

    private static String outputs() {
        SortedMap<String, String> outputs = new TreeMap<>();
        for (String name : List.of("prod", "dev")) {
            Synthesis.json(Path.of("src", "test", "resources", "golden", name, "cdk.tf.json"))
                    .path("output")
                    .properties()
                    .forEach(output -> outputs.put(
                            output.getKey(),
                            output.getValue().path("description").asText()));
        }
        return "| output | what it is |\n|---|---|\n"
                + outputs.entrySet().stream()
                        .map(output -> "| `" + output.getKey() + "` | " + output.getValue() + " |")
                        .collect(Collectors.joining("\n"));
    }

    private static String notOffered() {
        return "| looked for as | what it is | what to do |\n|---|---|---|\n"
                + NotOffered.ALL.stream()
                        .filter(one -> !one.missing().isEmpty())
                        .map(one -> "| "
                                + one.missing().stream()
                                        .map(key -> "`" + key + "`")
                                        .collect(Collectors.joining(", "))
                                + " | " + one.thing() + " | " + whatToDo(one) + " |")
                        .collect(Collectors.joining("\n"));
    }

    private static String whatToDo(NotOffered one) {
        return one.section()
                .map(section -> "[" + section + "](#" + NotOffered.anchor(section) + ")"
                        + (one.answer().isEmpty() ? "" : ": " + one.answer()))
                .orElse(one.answer());
    }

    private static Environment environment(Path file) {
        try {
            List<Parsed> parsed = new ArrayList<>();
            Path common = file.resolveSibling("common.tfvars");
            if (Files.exists(common)) {
                parsed.add(TfvarsReader.parse("common.tfvars", Files.readAllBytes(common)));
            }
            parsed.add(TfvarsReader.parse("own.tfvars", Files.readAllBytes(file)));
            return EnvironmentReader.read("own", parsed).environment().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
