package dev.tollgate.graph;

import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the picture: callers, domain, API, authorizer, routes, functions, tables, where tokens come from, who signs in,
 * and what else calls functions.
 */
public final class GraphReader {

    private final Surface surface;
    private final AccessWording wording;
    private final IssuerFinder issuers;
    private final Reach reach;
    private final Entrances entrances;
    private final EventCallers events;
    private final Backends backends;
    private final GraphBuilder graph = new GraphBuilder();

    private GraphReader(Infrastructure infrastructure) {
        this.surface = SurfaceReader.read(infrastructure);
        this.wording = new AccessWording(infrastructure);
        this.issuers = new IssuerFinder(infrastructure, surface);
        this.reach = new Reach(infrastructure, issuers);
        this.entrances = new Entrances(infrastructure);
        this.events = new EventCallers(infrastructure);
        this.backends = new Backends(infrastructure, events);
    }

    /** The picture of {@code infrastructure}. */
    public static Graph read(String title, Infrastructure infrastructure) {
        GraphReader reader = new GraphReader(infrastructure);
        reader.surface.clients().forEach(reader::client);
        SignIns signIns = new SignIns(infrastructure, reader.wording, reader.backends);
        reader.surface
                .pools()
                .forEach(pool -> signIns.add(
                        reader.graph, pool.resource(), reader.issuer(reader.issuers.here(pool.resource()))));
        reader.surface.apis().forEach(reader::api);
        reader.events.add(reader.graph, reader.backends);
        return reader.graph.graph(title);
    }

    private String client(PoolClient client) {
        String id = graph.node(
                client.resource().address(),
                Node.Kind.CALLER,
                Tone.PLAIN,
                "app client",
                client.name(),
                AccessWording.grants(client));
        issuers.of(client).ifPresent(issuer -> {
            String pool = issuer(issuer);
            if (!client.oauthFlows().isEmpty()) {
                graph.edge(id, tokenEndpoint(issuer).orElse(pool), Tone.PLAIN, "");
            }
            if (client.signsUsersInDirectly()) {
                graph.edge(id, pool, Tone.PLAIN, "InitiateAuth");
            }
        });
        return id;
    }

    private String issuer(Issuer issuer) {
        String id =
                graph.node(issuer.key(), Node.Kind.USER_POOL, Tone.PLAIN, issuer.caption(), issuer.name(), List.of());
        tokenEndpoint(issuer).ifPresent(endpoint -> graph.edge(endpoint, id, Tone.PLAIN, ""));
        return id;
    }

    private Optional<String> tokenEndpoint(Issuer issuer) {
        return issuer.pool()
                .flatMap(pool -> pool.domain())
                .map(domain -> graph.node(
                        domain.address(),
                        Node.Kind.TOKEN_ENDPOINT,
                        Tone.PLAIN,
                        "token endpoint",
                        wording.text(domain.get("domain")),
                        domain.get("certificate_arn").isUnset()
                                ? List.of("….amazoncognito.com", "/oauth2/token")
                                : List.of("/oauth2/token")));
    }

    private void api(Api api) {
        String id = graph.node(
                api.resource().address(),
                Node.Kind.API,
                Tone.PLAIN,
                AccessWording.kind(api.kind()),
                wording.name(api.resource(), "name"),
                api.stages().stream().map(this::stage).toList());
        List<String> ways = entrances.add(graph, api);
        ways.forEach(way -> graph.edge(way, id, Tone.PLAIN, ""));
        callers(api).forEach((caller, tone) -> ways.forEach(way -> graph.edge(caller, way, tone, "")));
        for (Authorizer authorizer : api.authorizers()) {
            graph.edge(id, authorizer(authorizer), Tone.PLAIN, "");
        }
        groups(api).values().stream()
                .sorted(Comparator.comparing(routes -> Routes.tone(routes.get(0))))
                .forEach(routes -> group(api, id, routes));
    }

    private String stage(Resource stage) {
        return "stage " + wording.name(stage, stage.type().contains("v2") ? "name" : "stage_name");
    }

    private Map<String, Tone> callers(Api api) {
        Map<String, Tone> callers = new LinkedHashMap<>();
        for (PoolClient client : surface.clients()) {
            boolean calls = api.routes().stream()
                    .filter(route -> route.access().isJudged())
                    .anyMatch(route -> reach.of(client, api, route).verdict() != CallVerdict.NO);
            if (calls) {
                callers.put(client(client), Tone.TOKEN);
            }
        }
        for (ApiRoute route : api.routes()) {
            if (Routes.tone(route) == Tone.ANONYMOUS) {
                callers.put(
                        graph.node("anyone", Node.Kind.CALLER, Tone.ANONYMOUS, "no token", "anyone", List.of()),
                        Tone.ANONYMOUS);
            } else if (Routes.tone(route) == Tone.IAM) {
                callers.put(
                        graph.node("iam", Node.Kind.CALLER, Tone.IAM, "AWS credentials", "IAM principals", List.of()),
                        Tone.IAM);
            }
        }
        return callers;
    }

    private String authorizer(Authorizer authorizer) {
        String id = graph.node(
                key(authorizer),
                Node.Kind.AUTHORIZER,
                Tone.of(authorizer.kind()),
                authorizer.kind().words(),
                authorizer.name(),
                List.of());
        issuers.trusted(authorizer).issuers().forEach(issuer -> graph.edge(issuer(issuer), id, Tone.TOKEN, ""));
        return id;
    }

    private static String key(Authorizer authorizer) {
        return "authorizer " + authorizer.resource().address() + " " + authorizer.name();
    }

    private Map<String, List<ApiRoute>> groups(Api api) {
        Map<String, List<ApiRoute>> groups = new LinkedHashMap<>();
        for (ApiRoute route : api.routes()) {
            String key = Routes.tone(route) == Tone.PREFLIGHT
                    ? "preflight"
                    : Routes.demand(api, route) + "\n" + route.access() + "\n" + backends.key(route);
            groups.computeIfAbsent(key, unseen -> new ArrayList<>()).add(route);
        }
        return groups;
    }

    private void group(Api api, String apiId, List<ApiRoute> routes) {
        ApiRoute first = routes.get(0);
        Tone tone = Routes.tone(first);
        String id = graph.node(
                "routes " + api.resource().address() + " " + first.key(),
                Node.Kind.ROUTES,
                tone,
                routes.size() == 1 ? "route" : routes.size() + " routes",
                Routes.demand(api, first),
                Routes.lines(routes));
        graph.edge(first.access().authorizer().map(this::authorizer).orElse(apiId), id, tone, "");
        backends.add(graph, first).ifPresent(backend -> graph.edge(id, backend, tone, ""));
    }
}
