package dev.tollgate.gateway.site;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.engine.Admission;
import dev.tollgate.gateway.engine.Admissions;
import dev.tollgate.gateway.engine.Call;
import dev.tollgate.gateway.engine.GatewayApi;
import dev.tollgate.gateway.engine.GatewayAuthorizer;
import dev.tollgate.gateway.engine.GatewayRoute;
import dev.tollgate.gateway.engine.Header;
import dev.tollgate.gateway.engine.RefusalWriter;
import dev.tollgate.gateway.engine.Reply;
import dev.tollgate.gateway.read.ApiReader;
import dev.tollgate.gateway.read.KnownIds;
import dev.tollgate.gateway.read.LocalNames;
import dev.tollgate.gateway.token.Jwt;
import dev.tollgate.gateway.token.KeySource;
import dev.tollgate.gateway.token.Reason;
import dev.tollgate.gateway.token.Restated;
import dev.tollgate.gateway.token.TokenVerifier;
import dev.tollgate.gateway.token.Verification;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Which routes of an API a token opens, as the gateway itself decides. */
public final class Openings {

    private final GatewayApi api;
    private final SortedSet<String> issuers = new TreeSet<>();

    private Openings(GatewayApi api) {
        this.api = api;
        api.routes().forEach(route -> route.authorizer().ifPresent(authorizer -> issuers.addAll(authorizer.issuers())));
    }

    /** A route, and whether it lets a token in; {@code status} of the refusal, 0 where there is none. */
    public record Opening(String route, boolean opens, int status, String why) {}

    /** What came of the signature. */
    public enum Signature {
        GOOD,
        WRONG,
        NOT_CHECKED
    }

    /** Every route's word on a token, and what {@code note} says of its signature. */
    public record Judgement(Signature signature, String note, List<Opening> openings) {
        public Judgement {
            openings = List.copyOf(openings);
        }
    }

    /** The one API of {@code surface}, read from {@code infrastructure} with {@code ids} where they are known. */
    public static Openings of(Infrastructure infrastructure, Surface surface, KnownIds ids) {
        List<Api> apis = surface.apis().stream()
                .filter(api -> api.kind() != Api.Kind.WEBSOCKET)
                .toList();
        if (apis.size() != 1) {
            throw new UserError(
                    UserError.Exit.ENVIRONMENT,
                    apis.isEmpty()
                            ? "there is no API to test the token against"
                            : "there are " + apis.size() + " APIs, and a token can be tested against one only",
                    "name an environment with an API, or none");
        }
        LocalNames names = new LocalNames(infrastructure, ids);
        return new Openings(new ApiReader(infrastructure, names, apis.get(0), new ArrayList<>()).read());
    }

    /** What {@code token} opens now; {@code keys} has the keys of an issuer that a route trusts. */
    public Judgement judge(String token, Function<String, KeySource> keys, Clock clock, SecureRandom random) {
        SortedMap<String, KeySource> trusted = new TreeMap<>();
        issuers.forEach(issuer -> trusted.put(issuer, keys.apply(issuer)));
        TokenVerifier verifier = new TokenVerifier(trusted, clock);
        Verification verification = verifier.verify(token);
        Optional<Reason> reason =
                verification instanceof Verification.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
        if (reason.filter(why -> why == Reason.KEYS_UNREACHABLE).isPresent()
                && Jwt.read(token) instanceof Jwt.Decoded jwt) {
            Restated restated = Restated.of(jwt.claims(), random);
            trusted.replaceAll((issuer, unreachable) -> restated.keys());
            return new Judgement(
                    Signature.NOT_CHECKED,
                    unreachable(keys, jwt),
                    openings(new TokenVerifier(trusted, clock), restated.token()));
        }
        return new Judgement(signature(reason), note(reason), openings(verifier, token));
    }

    private static String unreachable(Function<String, KeySource> keys, Jwt.Decoded jwt) {
        KeySource source = keys.apply(jwt.claims().text("iss").orElse(""));
        return source.find(jwt.header().path("kid").asText()) instanceof KeySource.Lookup.Unreachable unreachable
                ? unreachable.why()
                : Reason.KEYS_UNREACHABLE.description();
    }

    /** The header is read before the signature is, the times after it. */
    private static Signature signature(Optional<Reason> reason) {
        if (reason.isEmpty()) {
            return Signature.GOOD;
        }
        return switch (reason.get()) {
            case CLAIMS, EXPIRED, NOT_YET_VALID, ISSUED_IN_FUTURE -> Signature.GOOD;
            case ALGORITHM, CRITICAL, UNKNOWN_KEY, SIGNATURE, TOO_LARGE, SEGMENTS, MALFORMED -> Signature.WRONG;
            case ISSUER, KEYS_UNREACHABLE -> Signature.NOT_CHECKED;
        };
    }

    private String note(Optional<Reason> reason) {
        if (reason.filter(why -> why == Reason.ISSUER).isPresent()) {
            return "`iss` is not an issuer that the routes trust: `" + String.join("`, `", issuers) + "`";
        }
        return signature(reason) == Signature.GOOD
                ? "by the issuer's keys"
                : reason.map(Reason::description).orElse("");
    }

    private List<Opening> openings(TokenVerifier verifier, String token) {
        Admissions admissions = new Admissions(api.kind(), verifier);
        return api.routes().stream()
                .filter(route -> !route.target().isPreflight())
                .map(route -> opening(admissions, route, token))
                .toList();
    }

    private Opening opening(Admissions admissions, GatewayRoute route, String token) {
        Call call = call(route, token);
        Admission admission = admissions.judge(route, call);
        if (admission instanceof Admission.Refused refused) {
            Reply reply = new RefusalWriter(api).of(refused.refusal(), call, refused.challenge(), refused.reason());
            return new Opening(route.key(), false, reply.status(), refused.reason());
        }
        return new Opening(route.key(), true, 0, ((Admission.Let) admission).reason());
    }

    /** A request that has the token where the route looks for it. */
    private static Call call(GatewayRoute route, String token) {
        GatewayAuthorizer.Source source = route.authorizer()
                .map(GatewayAuthorizer::source)
                .orElseGet(() -> new GatewayAuthorizer.Source("Authorization", false));
        return new Call(
                "GET",
                "/",
                source.query() ? source.name() + "=" + token : "",
                source.query() ? List.of() : List.of(new Header(source.name(), token)),
                "",
                "127.0.0.1",
                Instant.EPOCH,
                "00000000-0000-0000-0000-000000000000");
    }
}
