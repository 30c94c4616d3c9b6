package dev.tollgate.gateway.engine;

import dev.tollgate.gateway.token.Claims;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What verifies the token of a route.
 *
 * @param source where the token is: a header's name, or a query parameter's
 * @param issuers whose tokens it takes
 * @param audience clients whose tokens it takes; not looked at by a REST API
 * @param validation what an ID token's {@code aud} has to match, REST only
 */
public record GatewayAuthorizer(
        String name,
        Source source,
        SortedSet<String> issuers,
        SortedSet<String> audience,
        Optional<Pattern> validation) {

    /** A header, or a parameter of the query. */
    public record Source(String name, boolean query) {}

    public GatewayAuthorizer {
        issuers = Collections.unmodifiableSortedSet(new TreeSet<>(issuers));
        audience = Collections.unmodifiableSortedSet(new TreeSet<>(audience));
    }

    /** Whether a token of {@code claims} was issued to one of its clients. Cognito's access tokens have no audience. */
    boolean isMeant(Claims claims) {
        List<String> clients = claims.has("aud")
                ? claims.texts("aud")
                : claims.text("client_id").stream().toList();
        return clients.stream().anyMatch(client -> audience.contains(client));
    }

    /** Whether {@code aud} matches the expression, where there is one. */
    boolean validates(Claims claims) {
        return validation
                .map(pattern -> claims.texts("aud").stream()
                        .anyMatch(aud -> pattern.matcher(aud).matches()))
                .orElse(true);
    }

    /** The token in {@code call}, without {@code Bearer}; empty when there is none. */
    Optional<String> token(Call call) {
        Optional<String> sent = source.query()
                ? Optional.ofNullable(call.query().get(source.name())).map(values -> values.get(values.size() - 1))
                : call.count(source.name()) > 1 ? Optional.empty() : call.header(source.name());
        return sent.map(text -> text.regionMatches(true, 0, "Bearer ", 0, 7) ? text.substring(7) : text)
                .filter(text -> !text.isEmpty());
    }
}
