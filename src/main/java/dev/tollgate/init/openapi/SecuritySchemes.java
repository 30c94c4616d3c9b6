package dev.tollgate.init.openapi;

import dev.tollgate.model.Authorization;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns the security of an operation into the authorization of a route. */
final class SecuritySchemes {

    private final Map<String, String> types = new TreeMap<>();
    private final Set<String> flows = new LinkedHashSet<>();
    private final String document;
    private final ScopeNames scopes;
    private final Notes notes;

    SecuritySchemes(
            String document, Map<String, Tree> schemes, RefResolver references, ScopeNames scopes, Notes notes) {
        this.document = document;
        this.scopes = scopes;
        this.notes = notes;
        schemes.forEach((name, scheme) ->
                references.follow(scheme, "security scheme `" + name + "`").ifPresent(found -> declare(name, found)));
    }

    private void declare(String name, Tree scheme) {
        String type = scheme.text("type").orElse("");
        String kind = type.equals("http") ? "http " + scheme.text("scheme").orElse("") : type;
        boolean bearer = kind.equalsIgnoreCase("http bearer");
        // AWS writes Cognito's and Lambda's authorizers as an API key in the Authorization header.
        boolean cognito = scheme.text("x-amazon-apigateway-authtype")
                .filter("cognito_user_pools"::equals)
                .isPresent();
        if (type.equals("oauth2") || type.equals("openIdConnect") || bearer || cognito) {
            types.put(name, "token");
        } else {
            types.put(name, kind);
            notes.add("the security scheme `" + name + "` (" + kind
                    + ") is not taken over: routes are secured by tokens of a user pool");
        }
        scheme.membersAt("flows").forEach((flow, definition) -> {
            flows.add(flow);
            definition
                    .membersAt("scopes")
                    .forEach((scope, description) ->
                            scopes.describe(scope, description.text().orElse("")));
        });
    }

    /** The OAuth 2.0 flows that the document names. */
    Set<String> flows() {
        return Set.copyOf(flows);
    }

    /** What {@code operation} requires at {@code place}; {@code inherited} is what the document requires of all. */
    Authorization authorization(Tree operation, Optional<Tree> inherited, String place) {
        Optional<Tree> security = operation.at("security").or(() -> inherited);
        if (security.isEmpty()) {
            notes.add(place + ": the document has no security; any authenticated caller can call");
            return new Authorization.Authenticated();
        }
        if (!security.get().isList()) {
            notes.add(place + ": `security` is not a list; any authenticated caller can call");
            return new Authorization.Authenticated();
        }
        List<Tree> alternatives = security.get().items();
        List<Tree> demanding =
                alternatives.stream().filter(one -> !one.members().isEmpty()).toList();
        if (demanding.isEmpty()) {
            return new Authorization.Anonymous(document + " requires no token here; give the reason");
        }
        if (demanding.size() < alternatives.size()) {
            notes.add(place + ": a token is optional in the document; it is required here");
        }
        Authorization demanded = any(demanding, place);
        List<String> kept = kept(operation);
        return kept.isEmpty() ? demanded : new Authorization.Scoped(kept);
    }

    /** Scopes that {@code tollgate openapi} kept beside a scheme that cannot carry them. */
    private List<String> kept(Tree operation) {
        return operation.at("x-tollgate-scopes").map(Tree::items).orElse(List.of()).stream()
                .flatMap(scope -> scope.text().stream())
                .map(scopes::named)
                .distinct()
                .toList();
    }

    private Authorization any(List<Tree> alternatives, String place) {
        Set<String> accepted = new LinkedHashSet<>();
        boolean unscoped = false;
        boolean supported = false;
        for (Tree alternative : alternatives) {
            Optional<List<String>> demanded = all(alternative, place);
            supported |= demanded.isPresent();
            unscoped |= demanded.filter(List::isEmpty).isPresent();
            demanded.ifPresent(accepted::addAll);
        }
        if (!supported) {
            notes.add(place + ": nothing that the document requires is supported; any authenticated caller can call");
        }
        return unscoped || accepted.isEmpty()
                ? new Authorization.Authenticated()
                : new Authorization.Scoped(List.copyOf(accepted));
    }

    /** The scopes of one alternative; empty when none of its schemes is a token. */
    private Optional<List<String>> all(Tree alternative, String place) {
        List<String> demanded = new ArrayList<>();
        boolean token = false;
        for (Map.Entry<String, Tree> requirement : alternative.members().entrySet()) {
            String type = types.get(requirement.getKey());
            if (type == null) {
                notes.add(place + ": the document has no security scheme `" + requirement.getKey() + "`");
            } else if (!type.equals("token")) {
                notes.add(place + ": `" + requirement.getKey() + "` (" + type + ") is not taken over");
            } else {
                token = true;
                requirement.getValue().items().forEach(scope -> scope.text()
                        .map(scopes::named)
                        .ifPresent(demanded::add));
            }
        }
        if (demanded.size() > 1) {
            notes.add(place + ": the document requires all of `" + String.join("`, `", demanded)
                    + "`; API Gateway accepts a token with any one of them");
        }
        return token ? Optional.of(demanded) : Optional.empty();
    }
}
