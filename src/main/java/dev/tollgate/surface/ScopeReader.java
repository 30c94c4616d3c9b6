package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.TreeSet;

/** Scopes in lists, written out or taken from resource servers. */
final class ScopeReader {

    private static final String RESOURCE_SERVER = "aws_cognito_resource_server";

    private final Infrastructure infrastructure;

    ScopeReader(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The scopes in {@code list}; none when nothing is written. */
    Scopes read(Value list) {
        Scopes all = Scopes.NONE;
        for (Value item : list.items()) {
            all = all.and(one(item));
        }
        return all;
    }

    private Scopes one(Value item) {
        Value resolved = infrastructure.resolve(item);
        if (resolved instanceof Value.Sequence sequence) {
            return read(sequence);
        }
        if (resolved.text().isPresent()) {
            return new Scopes(new TreeSet<>(java.util.List.of(resolved.text().get())), true);
        }
        if (infrastructure.follow(item, RESOURCE_SERVER) instanceof ReferenceTarget.To to
                && to.attribute().equals("scope_identifiers")) {
            return definedBy(to.resource());
        }
        return new Scopes(new TreeSet<>(), false);
    }

    /** All scopes of a resource server: its identifier, a slash and each name. */
    Scopes definedBy(Resource server) {
        Value identifier = infrastructure.resolve(server.get("identifier"));
        TreeSet<String> names = new TreeSet<>();
        boolean certain = identifier.text().isPresent();
        for (Value scope : server.get("scope").items()) {
            Value name = infrastructure.resolve(scope.get("scope_name"));
            certain &= name.text().isPresent();
            if (certain) {
                names.add(identifier.text().orElse("") + "/" + name.text().orElse(""));
            }
        }
        return new Scopes(names, certain);
    }
}
