package dev.tollgate.surface;

import dev.tollgate.terraform.Resource;
import java.util.List;
import java.util.Locale;

/** A surface as lines, for goldens. */
final class SurfaceText {

    private SurfaceText() {}

    static String of(Surface surface) {
        StringBuilder text = new StringBuilder();
        for (Api api : surface.apis()) {
            line(text, "api " + api.kind() + " " + api.resource().address() + sure(api.certain()));
            api.stages().forEach(stage -> line(text, "  stage " + stage.address()));
            api.authorizers().forEach(authorizer -> line(text, "  authorizer " + of(authorizer)));
            api.routes().forEach(route -> line(text, "  " + of(route)));
        }
        for (CognitoPool pool : surface.pools()) {
            line(
                    text,
                    "pool " + pool.resource().address()
                            + pool.domain()
                                    .map(domain -> ", domain " + domain.address())
                                    .orElse("") + ", scopes "
                            + of(pool.scopes()));
        }
        for (PoolClient client : surface.clients()) {
            line(
                    text,
                    "client " + client.name() + " of "
                            + client.pool().map(Resource::address).orElse("elsewhere") + ": " + client.oauthFlows()
                            + " "
                            + client.authFlows() + " " + of(client.scopes()) + sure(client.certain()));
        }
        surface.unjudged().forEach(note -> line(text, "unjudged: " + note));
        return text.toString();
    }

    private static String of(Authorizer authorizer) {
        return authorizer.name() + " "
                + authorizer.kind().getClass().getSimpleName().toUpperCase(Locale.ROOT) + " pools "
                + authorizer.pools().stream().map(Resource::address).toList() + sure(authorizer.certain())
                + " audience "
                + authorizer.audience().stream()
                        .flatMap(client -> client.references().stream())
                        .map(Object::toString)
                        .toList();
    }

    private static String of(ApiRoute route) {
        String calls = route.integration()
                .map(integration -> " -> " + integration.type() + " "
                        + integration.function().map(Resource::address).orElse("elsewhere"))
                .orElse(" -> nothing");
        return route.key() + ": " + of(route.access()) + calls + (route.apiKey() ? " with API key" : "");
    }

    private static String of(Access access) {
        if (access instanceof Access.Token token) {
            return "token by " + token.authorizer().map(Authorizer::name).orElse("nobody") + " " + of(token.scopes());
        }
        if (access instanceof Access.Undecided undecided) {
            return "unknown, " + undecided.because();
        }
        return access.word();
    }

    private static String of(Scopes scopes) {
        return List.copyOf(scopes.names()) + sure(scopes.certain());
    }

    private static String sure(boolean certain) {
        return certain ? "" : " (perhaps more)";
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
