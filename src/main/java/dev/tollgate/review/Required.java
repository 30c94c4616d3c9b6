package dev.tollgate.review;

import dev.tollgate.surface.Access;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.Scopes;
import java.util.Optional;

/**
 * What a route requires, the same whenever it requires the same.
 *
 * @param kind {@code open}, {@code token}, {@code iam}, {@code custom}, {@code unknown}
 * @param authorizer the authorizer's address, and its name
 */
record Required(String kind, Optional<String> authorizer, Scopes scopes) {

    static Required of(Access access) {
        return new Required(access.word(), access.authorizer().map(Required::name), access.scopes());
    }

    private static String name(Authorizer authorizer) {
        return authorizer.resource().address() + " " + authorizer.name();
    }
}
