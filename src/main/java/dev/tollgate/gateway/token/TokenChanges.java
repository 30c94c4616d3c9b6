package dev.tollgate.gateway.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code pre_token_generation} function makes of tokens.
 *
 * @param groups instead of the person's own, where the function says so
 */
public record TokenChanges(Claimed id, Claimed access, Scoped scopes, Optional<Groups> groups) {

    /** Tokens as they are. */
    public static final TokenChanges NONE =
            new TokenChanges(Claimed.NONE, Claimed.NONE, new Scoped(List.of(), List.of()), Optional.empty());

    /** Claims of one token: what is taken away wins. */
    public record Claimed(ObjectNode added, List<String> suppressed) {

        static final Claimed NONE = new Claimed(JsonNodeFactory.instance.objectNode(), List.of());

        public Claimed {
            added = added.deepCopy();
            suppressed = List.copyOf(suppressed);
        }

        @Override
        public ObjectNode added() {
            return added.deepCopy();
        }
    }

    /** Scopes of the access token. */
    public record Scoped(List<String> added, List<String> suppressed) {
        public Scoped {
            added = List.copyOf(added);
            suppressed = List.copyOf(suppressed);
        }
    }

    /** What {@code cognito:groups} and its roles say. */
    public record Groups(List<String> names, List<String> roles, Optional<String> preferredRole) {
        public Groups {
            names = List.copyOf(names);
            roles = List.copyOf(roles);
        }
    }
}
