package dev.tollgate.surface;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;

/** Whose a resource is: what an attribute such as {@code rest_api_id} leads to. */
final class Owners {

    private final Infrastructure infrastructure;

    Owners(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /** The resource of one of {@code types} that {@code value} leads to, if it exists. */
    Optional<Resource> of(Value value, String... types) {
        return infrastructure.follow(value, types) instanceof ReferenceTarget.To to
                ? Optional.of(to.resource())
                : Optional.empty();
    }

    /**
     * The API that {@code value} leads to. One that is made elsewhere, or that is not known, is made up from what is
     * known, so that its routes are judged all the same.
     */
    Resource api(Value value, String type) {
        ReferenceTarget followed = infrastructure.follow(value, type);
        if (followed instanceof ReferenceTarget.To to) {
            return to.resource();
        }
        String name = followed instanceof ReferenceTarget.Elsewhere elsewhere
                ? elsewhere
                        .value()
                        .text()
                        .or(() -> elsewhere.value().references().stream()
                                .findFirst()
                                .map(Value.Reference::toString))
                        .orElse("elsewhere")
                : "unknown";
        return Resource.elsewhere(type, name);
    }
}
