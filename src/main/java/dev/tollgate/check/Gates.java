package dev.tollgate.check;

import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Authorization;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Route;
import dev.tollgate.surface.Access;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Gate;
import dev.tollgate.surface.Scopes;
import java.util.Optional;

/** The gates that an environment's routes are to have. */
public final class Gates {

    private Gates() {}

    /** The gate before {@code route} of {@code environment}, which has an API. */
    public static Gate of(Environment environment, Route route) {
        Api.Kind kind = environment.kind() == ApiKind.REST ? Api.Kind.REST : Api.Kind.HTTP;
        return new Gate(kind, route.authorization().match(new Required()), false);
    }

    private static final class Required implements Authorization.Cases<Access> {

        @Override
        public Access anonymous(Authorization.Anonymous anonymous) {
            return new Access.Open();
        }

        @Override
        public Access authenticated(Authorization.Authenticated authenticated) {
            return new Access.Token(Optional.empty(), Scopes.NONE);
        }

        @Override
        public Access scoped(Authorization.Scoped scoped) {
            return new Access.Token(Optional.empty(), Scopes.of(scoped.scopes()));
        }
    }
}
