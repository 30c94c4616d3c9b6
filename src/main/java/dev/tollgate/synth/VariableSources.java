package dev.tollgate.synth;

import dev.tollgate.model.VariableSource;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What of a stack its functions are told in environment variables. */
record VariableSources(Optional<Pool> pool, Optional<Identity> identity, Storage storage) {

    /** Those of {@code file}, a map, and those that come from {@code sources}. */
    Map<String, String> with(Variable file, SortedMap<String, VariableSource> sources) {
        if (sources.isEmpty()) {
            return file.textMap();
        }
        String told = sources.entrySet().stream()
                .map(source -> Hcl.quoted(source.getKey()) + " = \"" + value(source.getValue()) + '"')
                .collect(Collectors.joining(", ", "{", "}"));
        return new Template.OfTextMap(Hcl.template("merge(" + file.expression() + ", " + told + ")"));
    }

    /** As the inside of a quoted template. */
    private String value(VariableSource source) {
        return source.match(new VariableSource.Cases<>() {
            @Override
            public String pool(VariableSource.OfPool of) {
                Pool known = pool.orElseThrow(() -> unknown(of));
                return switch (of.attribute()) {
                    case "arn" -> known.arn();
                    case "issuer" -> known.issuer();
                    default -> known.id();
                };
            }

            @Override
            public String client(VariableSource.OfClient of) {
                return identity.map(Identity::clients)
                        .map(clients -> clients.get(of.client()))
                        .orElseThrow(() -> unknown(of))
                        .attribute("id");
            }

            @Override
            public String table(VariableSource.OfTable of) {
                return storage.attribute(of.table(), of.attribute());
            }

            @Override
            public String secret(VariableSource.Secret of) {
                return of.name();
            }

            @Override
            public String parameter(VariableSource.Parameter of) {
                return of.name();
            }
        });
    }

    private static IllegalStateException unknown(VariableSource source) {
        return new IllegalStateException("validation lets no unknown one through: " + source);
    }
}
