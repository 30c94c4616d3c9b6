package dev.tollgate.gateway.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.gateway.function.Invocation;
import dev.tollgate.gateway.token.Claims;
import dev.tollgate.gateway.token.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** One API: from a request to its answer, in the order in which API Gateway does it. */
public final class Gateway {

    /** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    private final GatewayApi api;
    private final Routing routing;
    private final Admissions admissions;
    private final RefusalWriter refusals;
    private final HeldLimits limits;
    private final FunctionInvoker functions;
    private final ProxyResponses answers;
    private final Optional<Bucket> bucket;

    /** {@code nanos} is a clock that only goes forward. */
    public Gateway(GatewayApi api, TokenVerifier verifier, FunctionInvoker functions, LongSupplier nanos) {
        this.api = api;
        this.routing = new Routing(api);
        this.admissions = new Admissions(api.kind(), verifier);
        this.refusals = new RefusalWriter(api);
        this.limits = new HeldLimits(api);
        this.functions = functions;
        this.answers = new ProxyResponses(api);
        this.bucket = api.throttle().map(throttle -> new Bucket(throttle, nanos));
    }

    /** What API Gateway would answer to {@code sent}. */
    public Served serve(Call sent) {
        Call call = understood(sent);
        if (api.closed().isPresent()) {
            return refused("", Refusal.NO_STAGE, call, api.closed().get());
        }
        Optional<HeldLimits.Held> held = limits.ofRequest(call);
        if (held.isPresent()) {
            return refused("", held.get().refusal(), call, held.get().reason());
        }
        Match match = routing.match(call);
        if (match instanceof Match.NoStage) {
            return refused("", Refusal.NO_STAGE, call, "there is no such stage");
        }
        if (match instanceof Match.NoRoute) {
            return refused(
                    "", Refusal.NO_ROUTE, call, "no route answers `" + call.method() + " " + call.rawPath() + "`");
        }
        if (match instanceof Match.Preflight) {
            return new Served("", cors(call).preflight(call));
        }
        return routed(call, (Match.Found) match);
    }

    /** A REST API takes its method from a header, where there is one, and unpacks the body. */
    private Call understood(Call call) {
        if (api.kind() != GatewayApi.Kind.REST) {
            return call;
        }
        Call meant = call.header("X-HTTP-Method-Override").map(call::by).orElse(call);
        return Unpacked.of(meant);
    }

    private Served routed(Call call, Match.Found found) {
        String route = found.route().key();
        Optional<HeldLimits.Held> held = limits.ofRouted(call, found);
        if (held.isPresent()) {
            return refused(route, held.get().refusal(), call, held.get().reason());
        }
        if (bucket.isPresent() && !bucket.get().take()) {
            return refused(route, Refusal.THROTTLED, call, "the stage's rate and burst are used up");
        }
        Admission admission = admissions.judge(found.route(), call);
        if (admission instanceof Admission.Refused refused) {
            return new Served(route, refusals.of(refused.refusal(), call, refused.challenge(), refused.reason()));
        }
        String missing = String.join(", ", missing(call, found.route()));
        if (!missing.isEmpty()) {
            return new Served(
                    route,
                    refusals.naming(
                            Refusal.BAD_PARAMETERS, missing, call, "the request validator finds no `" + missing + "`"));
        }
        Admission.Let let = (Admission.Let) admission;
        return new Served(route, withCors(called(call, found, let.claims(), let.reason()), call));
    }

    /** Included and not blank, as the request validator wants them. */
    private static List<String> missing(Call call, GatewayRoute route) {
        return route.required().stream()
                .filter(one -> !isThere(call, one))
                .map(one -> one.substring(one.indexOf('.') + 1))
                .toList();
    }

    private static boolean isThere(Call call, String parameter) {
        String name = parameter.substring(parameter.indexOf('.') + 1);
        Stream<String> values = parameter.startsWith("header.")
                ? call.header(name).stream()
                : call.query("&;").getOrDefault(name, List.of()).stream();
        return values.anyMatch(value -> !value.isBlank());
    }

    private HttpCors cors(Call call) {
        return api.cors().orElseThrow(() -> new IllegalStateException("no CORS for " + call.rawPath()));
    }

    private Served refused(String route, Refusal refusal, Call call, String reason) {
        return new Served(route, refusals.of(refusal, call, reason));
    }

    private Reply withCors(Reply reply, Call call) {
        return api.cors().map(cors -> cors.onto(reply, call)).orElse(reply);
    }

    private Reply called(Call call, Match.Found found, Optional<Claims> claims, String reason) {
        return found.route().target().match(new LocalTarget.Cases<>() {
            @Override
            public Reply function(LocalTarget.Function function) {
                return invoked(call, found, claims, function, reason);
            }

            @Override
            public Reply preflight(LocalTarget.Preflight preflight) {
                return Gateway.preflight(preflight, call, reason);
            }

            @Override
            public Reply elsewhere(LocalTarget.Elsewhere elsewhere) {
                return refusals.of(
                        Refusal.NOT_HERE,
                        call,
                        reason + "; `" + elsewhere.name() + "` is made elsewhere and cannot run here");
            }
        });
    }

    private Reply invoked(
            Call call, Match.Found found, Optional<Claims> claims, LocalTarget.Function function, String reason) {
        if (function.misconfigured().isPresent()) {
            return refusals.of(
                    Refusal.MISCONFIGURED,
                    call,
                    reason + "; " + function.misconfigured().get());
        }
        if (!function.rights().allow(api.stage(), found.route(), call.method())) {
            return refusals.of(
                    Refusal.MISCONFIGURED,
                    call,
                    reason + "; no `aws_lambda_permission` lets `"
                            + found.route().key() + "` call `" + function.name() + "`");
        }
        ObjectNode event = function.payload().equals("2.0")
                ? new EventTwo(api).of(call, found, claims)
                : new EventOne(api).of(call, found, claims);
        byte[] bytes = event.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_EVENT) {
            return refusals.of(
                    Refusal.EVENT_TOO_LARGE, call, reason + "; the event is larger than the 6 MB that Lambda takes");
        }
        Invocation invocation = functions.invoke(function.name(), bytes, function.timeout());
        return answered(call, function, invocation, reason);
    }

    private Reply answered(Call call, LocalTarget.Function function, Invocation invocation, String reason) {
        if (invocation instanceof Invocation.TimedOut timedOut) {
            boolean its = timedOut.limit().compareTo(function.timeout()) < 0;
            return refusals.of(
                    its ? Refusal.FUNCTION_FAILED : Refusal.FUNCTION_TIMED_OUT,
                    call,
                    reason + "; `" + function.name() + "` did not answer within "
                            + timedOut.limit().toMillis() + " ms");
        }
        if (invocation instanceof Invocation.Answered answer) {
            return answers.of(answer.json(), function.payload(), call)
                    .map(reply -> reply.because(reason + "; `" + function.name() + "` answered"))
                    .map(reply -> identified(reply, call))
                    .orElseGet(() -> refusals.of(
                            Refusal.FUNCTION_FAILED,
                            call,
                            reason + "; `" + function.name() + "` did not answer with a valid response"));
        }
        return refusals.of(Refusal.FUNCTION_FAILED, call, reason + "; " + failure(function, invocation));
    }

    /** What each kind of API sends along by which the call is found again. */
    private Reply identified(Reply reply, Call call) {
        if (api.kind() == GatewayApi.Kind.HTTP) {
            return reply.with("apigw-requestid", call.id());
        }
        return reply.with("x-amzn-RequestId", call.id())
                .with("x-amz-apigw-id", call.id().replace("-", "").substring(0, 16))
                .with("X-Amzn-Trace-Id", "Root=1-" + EventParts.trace(call));
    }

    private static String failure(LocalTarget.Function function, Invocation invocation) {
        String name = "`" + function.name() + "` ";
        if (invocation instanceof Invocation.Failed failed) {
            return name + "failed: " + failed.type() + ": " + failed.message();
        }
        if (invocation instanceof Invocation.Crashed crashed) {
            return name + "ended with exit code " + crashed.exit();
        }
        return name + "ran out of memory";
    }

    /**
     * A mock does not run a template in general: the one of an origin list is understood, any other is refused at
     * start.
     */
    private static Reply preflight(LocalTarget.Preflight preflight, Call call, String reason) {
        java.util.List<Header> headers = new java.util.ArrayList<>();
        preflight.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        Reply reply = new Reply(preflight.status(), headers, "", reason + "; answered by the preflight's mock");
        Optional<String> asked =
                call.header("Origin").filter(origin -> preflight.origins().contains(origin));
        return asked.map(origin -> reply.with("Access-Control-Allow-Origin", origin))
                .orElse(reply);
    }
}
