package dev.tollgate.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Denial;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.PoolClient;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How callers get the tokens that an authorizer takes: {@code oauth2} where a token endpoint gives them,
 * {@code openIdConnect} where only the issuer is known, and else {@code bearer}. A REST route without scopes takes ID
 * tokens, which no client's own token is.
 */
final class TokenSchemes {

    private static final Pattern SOURCE = Pattern.compile("(?:method|\\$)\\.?request\\.(header|querystring)\\.(.+)");

    private final Infrastructure infrastructure;
    private final Surface surface;
    private final Api api;
    private final Flows flows;
    private final Map<String, String> names = new TreeMap<>(Security.OWN);

    TokenSchemes(Infrastructure infrastructure, Surface surface, Api api, ServerUrls addresses) {
        this.infrastructure = infrastructure;
        this.surface = surface;
        this.api = api;
        this.flows = new Flows(infrastructure, surface, api, addresses);
    }

    /** The schemes of the tokens that {@code access} requires, each as good as the others. */
    List<TokenScheme> of(Access.Token access) {
        if (access.authorizer().isEmpty()) {
            return List.of(new TokenScheme(
                    Security.NOBODY, bearer("The authorizer of this route does not exist: nobody gets in."), false));
        }
        Authorizer authorizer = access.authorizer().get();
        boolean identity = new Gate(api.kind(), access, false).denials().contains(Denial.ACCESS_TOKEN);
        List<Optional<Resource>> pools = new ArrayList<>();
        authorizer.pools().forEach(pool -> pools.add(Optional.of(pool)));
        if (!authorizer.certain() || pools.isEmpty()) {
            pools.add(Optional.empty());
        }
        return pools.stream()
                .map(pool -> of(authorizer, pool, pools.size() > 1, identity))
                .toList();
    }

    private TokenScheme of(Authorizer authorizer, Optional<Resource> pool, boolean several, boolean identity) {
        String suffix = several ? "_" + pool.map(Resource::name).orElse("elsewhere") : "";
        String name = name(authorizer, suffix + (identity ? "_id_token" : ""));
        Optional<Matcher> elsewhere = source(authorizer).filter(source -> !isUsual(source));
        if (elsewhere.isPresent()) {
            return new TokenScheme(name, apiKey(elsewhere.get()), false);
        }
        if (identity) {
            return new TokenScheme(name, bearer("An ID token of the user pool, not an access token."), false);
        }
        List<PoolClient> clients = surface.clients().stream()
                .filter(client -> client.pool().equals(pool) && isMeant(authorizer, client))
                .toList();
        ObjectNode oauth = flows.of(authorizer, pool, clients);
        if (!oauth.isEmpty()) {
            ObjectNode scheme = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "oauth2")
                    .put("description", "A token of the user pool, for one of the app clients: " + listed(clients));
            scheme.set("flows", oauth);
            return new TokenScheme(name, scheme, true);
        }
        Optional<String> issuer = authorizer
                .issuer()
                .flatMap(value -> infrastructure.resolve(value).text())
                .filter(url -> pool.isEmpty() && url.startsWith("https://"));
        return issuer.map(url -> new TokenScheme(name, openId(url), true))
                .orElseGet(() -> new TokenScheme(name, bearer("A token of the user pool."), false));
    }

    /** An HTTP API takes tokens of its audience only; a REST API does not look. */
    private boolean isMeant(Authorizer authorizer, PoolClient client) {
        return api.kind() == Api.Kind.REST
                || authorizer.audience().stream()
                        .anyMatch(one -> infrastructure.follow(one, "aws_cognito_user_pool_client")
                                        instanceof ReferenceTarget.To to
                                && to.resource().isSame(client.resource()));
    }

    private static String listed(List<PoolClient> clients) {
        return String.join(
                ", ", clients.stream().map(client -> "`" + client.name() + "`").toList());
    }

    /** The name of a scheme of {@code authorizer}, which no other has. */
    String name(Authorizer authorizer, String suffix) {
        String wanted = (authorizer.name() + suffix).replaceAll("[^A-Za-z0-9._-]", "_");
        String owner = authorizer.resource().address() + " " + authorizer.name() + suffix;
        String name = wanted;
        for (int next = 2; !names.computeIfAbsent(name, key -> owner).equals(owner); next++) {
            name = wanted + "_" + next;
        }
        return name;
    }

    private Optional<Matcher> source(Authorizer authorizer) {
        return Stream.of(authorizer.identitySource())
                .flatMap(value -> infrastructure.resolve(value).items().stream())
                .map(Value::text)
                .flatMap(Optional::stream)
                .map(SOURCE::matcher)
                .filter(Matcher::matches)
                .findFirst();
    }

    private static boolean isUsual(Matcher source) {
        return source.group(1).equals("header") && source.group(2).equalsIgnoreCase("Authorization");
    }

    private static ObjectNode apiKey(Matcher source) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "apiKey")
                .put("description", "A token of the user pool.")
                .put("name", source.group(2))
                .put("in", source.group(1).equals("header") ? "header" : "query")
                .put("x-amazon-apigateway-authtype", "cognito_user_pools");
    }

    private static ObjectNode openId(String issuer) {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "openIdConnect")
                .put("openIdConnectUrl", base + "/.well-known/openid-configuration");
    }

    private static ObjectNode bearer(String description) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "http")
                .put("description", description)
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
    }
}
