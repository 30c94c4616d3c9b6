package dev.tollgate.graph;

import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.CalledFunction;
import dev.tollgate.surface.Integration;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What routes call, and what that uses in turn. */
final class Backends {

    private static final Pattern FUNCTION = Pattern.compile(":function:([^/:]+(?::[^/:]+)?)");

    private static final Map<String, String> SERVICES = Map.of(
            "dynamodb", "DynamoDB table",
            "sns", "SNS",
            "sqs", "SQS",
            "s3", "S3",
            "ses", "SES",
            "secretsmanager", "secret",
            "ssm", "SSM parameter",
            "kms", "KMS key",
            "kinesis", "Kinesis stream",
            "elasticfilesystem", "file system");

    private final Infrastructure infrastructure;
    private final AccessWording wording;
    private final FunctionAccess grants;
    private final EventCallers events;

    Backends(Infrastructure infrastructure, EventCallers events) {
        this.infrastructure = infrastructure;
        this.wording = new AccessWording(infrastructure);
        this.grants = new FunctionAccess(infrastructure);
        this.events = events;
    }

    /** What {@code route} calls, the same for routes that call the same. */
    String key(ApiRoute route) {
        return route.integration()
                .map(integration ->
                        integration.function().map(Resource::address).orElseGet(() -> called(integration)))
                .orElse("");
    }

    /** Adds what {@code route} calls, and what that uses; its id, where it calls something. */
    Optional<String> add(GraphBuilder graph, ApiRoute route) {
        Optional<Integration> integration = route.integration().filter(one -> Routes.tone(route) != Tone.PREFLIGHT);
        if (integration.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(integration
                .get()
                .function()
                .map(function -> function(graph, function))
                .orElseGet(() -> elsewhere(graph, integration.get())));
    }

    /** Adds a function, and what it uses; its id. */
    String function(GraphBuilder graph, Resource written) {
        Resource function = CalledFunction.of(infrastructure, written).function();
        boolean existing = function.mode() == Resource.Mode.DATA;
        String id = graph.node(
                function.address(),
                Node.Kind.FUNCTION,
                Tone.PLAIN,
                existing ? "existing function" : "function",
                wording.name(function, "function_name"),
                runtime(function));
        for (FunctionAccess.Grant grant : grants.of(function)) {
            if (events.call(function, grant.key())) {
                continue;
            }
            String store = graph.node(
                    grant.key(),
                    Node.Kind.STORE,
                    Tone.PLAIN,
                    SERVICES.getOrDefault(grant.service(), grant.service()),
                    grant.name(),
                    List.of());
            graph.edge(id, store, Tone.PLAIN, verbs(grant));
        }
        return id;
    }

    private static String verbs(FunctionAccess.Grant grant) {
        List<String> all = List.copyOf(grant.verbs());
        return all.size() > 3 ? all.get(0) + ", " + all.get(1) + " …" : String.join(", ", all);
    }

    private List<String> runtime(Resource function) {
        List<String> lines = new ArrayList<>();
        Value runtime = function.get("runtime");
        if (!runtime.isUnset()) {
            lines.add(wording.text(runtime));
        }
        return lines;
    }

    private String elsewhere(GraphBuilder graph, Integration integration) {
        String called = called(integration);
        Matcher function = FUNCTION.matcher(called);
        if (function.find()) {
            return graph.node(
                    called, Node.Kind.FUNCTION, Tone.PLAIN, "existing function", function.group(1), List.of());
        }
        return graph.node(
                called,
                Node.Kind.STORE,
                Tone.PLAIN,
                (integration.type() + " integration").strip(),
                integration.match(new Called(wording)),
                List.of());
    }

    /** What an integration leads to. */
    private record Called(AccessWording wording) implements Integration.Cases<String> {

        @Override
        public String lambda(Integration.Lambda integration) {
            return wording.text(integration.uri());
        }

        @Override
        public String url(Integration.Url integration) {
            return wording.text(integration.uri());
        }

        @Override
        public String service(Integration.Service integration) {
            return wording.text(integration.uri());
        }

        @Override
        public String mock(Integration.Mock integration) {
            return "a fixed answer";
        }

        @Override
        public String undecided(Integration.Undecided integration) {
            return wording.text(integration.uri());
        }
    }

    private String called(Integration integration) {
        return integration.type() + " " + (integration.uri().isUnset() ? "" : wording.text(integration.uri()));
    }
}
