package dev.tollgate.gateway.read;

import dev.tollgate.gateway.engine.LocalTarget;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.CalledFunction;
import dev.tollgate.surface.Integration;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What answers the routes of an API to serve. */
final class LocalTargets {

    private static final Pattern ORIGIN_LIST = Pattern.compile("#set\\(\\$origins = \\[([^]]*)]\\)");
    private static final Pattern ORIGIN = Pattern.compile("'([^']*)'");
    private static final String MOCK_HEADER = "method.response.header.";

    private final Infrastructure infrastructure;
    private final LocalNames names;
    private final Api.Kind kind;
    private final LiteralHeaders headers;
    private final List<String> notes;
    private final InvokePermissions permissions;

    LocalTargets(Infrastructure infrastructure, LocalNames names, Api api, LiteralHeaders headers, List<String> notes) {
        this.infrastructure = infrastructure;
        this.names = names;
        this.kind = api.kind();
        this.permissions = new InvokePermissions(infrastructure, names, api);
        this.headers = headers;
        this.notes = notes;
    }

    LocalTarget of(ApiRoute route) {
        Integration integration =
                route.integration().orElseThrow(() -> NotServed.because("`" + route.key() + "` calls nothing"));
        return integration.match(new Served(route));
    }

    /** What answers a route, for the kinds of integration that are run here. */
    private final class Served implements Integration.Cases<LocalTarget> {

        private final ApiRoute route;

        private Served(ApiRoute route) {
            this.route = route;
        }

        @Override
        public LocalTarget lambda(Integration.Lambda integration) {
            return integration.proxied() ? function(route, integration) : unserved(integration);
        }

        @Override
        public LocalTarget url(Integration.Url integration) {
            return unserved(integration);
        }

        @Override
        public LocalTarget service(Integration.Service integration) {
            return unserved(integration);
        }

        @Override
        public LocalTarget mock(Integration.Mock integration) {
            return LocalTargets.this.mock(route, integration);
        }

        @Override
        public LocalTarget undecided(Integration.Undecided integration) {
            return unserved(integration);
        }

        private LocalTarget unserved(Integration integration) {
            throw NotServed.because("`" + route.key() + "` calls `" + integration.type() + "`, which is not run here");
        }
    }

    private LocalTarget function(ApiRoute route, Integration integration) {
        if (integration.function().isEmpty()) {
            String name = names.text(integration.uri()).orElse("a function");
            notes.add("`" + route.key() + "` calls a function that is not in this configuration: callers get a 5xx");
            return new LocalTarget.Elsewhere(name);
        }
        boolean rest = kind == Api.Kind.REST;
        long most = rest ? 29_000 : 30_000;
        long millis = infrastructure
                .resolve(integration.resource().get("timeout_milliseconds"))
                .number()
                .map(Number::longValue)
                .orElse(most);
        String payload = rest
                ? "1.0"
                : names.text(integration.resource().get("payload_format_version"))
                        .orElse("1.0");
        return new LocalTarget.Function(
                FunctionReader.name(
                        names,
                        CalledFunction.of(infrastructure, integration.function().get())
                                .function()),
                payload,
                Duration.ofMillis(Math.min(millis, most)),
                permissions.of(integration),
                misconfigured(integration.resource()));
    }

    /** Lambda is called with POST, whatever the caller's method. */
    private Optional<String> misconfigured(Resource integration) {
        return names.text(integration.get(kind == Api.Kind.REST ? "integration_http_method" : "integration_method"))
                .filter(method -> !method.equals("POST"))
                .map(method -> "its integration calls Lambda with " + method + ", and Lambda takes POST");
    }

    private LocalTarget mock(ApiRoute route, Integration integration) {
        Resource answer = infrastructure.ofType("aws_api_gateway_integration_response").stream()
                .filter(one -> names.text(one.get("http_method"))
                        .equals(names.text(integration.resource().get("http_method"))))
                .filter(one -> names.referent(one.get("resource_id"))
                        .equals(names.referent(integration.resource().get("resource_id"))))
                .findFirst()
                .orElseThrow(() -> NotServed.because("`" + route.key() + "` is a mock without an answer"));
        SortedMap<String, String> sent = headers.of(answer.get("response_parameters"), MOCK_HEADER);
        List<String> origins = new ArrayList<>();
        Value templates = infrastructure.resolve(answer.get("response_templates"));
        String template = templates.get("application/json").text().orElse("");
        Matcher list = ORIGIN_LIST.matcher(template);
        if (list.find()) {
            Matcher each = ORIGIN.matcher(list.group(1));
            while (each.find()) {
                origins.add(each.group(1));
            }
        } else if (!template.isBlank()) {
            throw NotServed.because("the response template of `" + route.key() + "` is not run here");
        }
        int status = infrastructure
                .resolve(answer.get("status_code"))
                .number()
                .map(Number::intValue)
                .orElse(200);
        return new LocalTarget.Preflight(status, sent, origins);
    }
}
