package dev.tollgate.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Spells APIs' OpenAPI documents out: as the resources that describe the same, so that whoever reads resources reads
 * documents, too, and cannot take the one for something else than the other.
 */
final class ApiBodies {

    private ApiBodies() {}

    /** {@code written} with what the documents in it describe. */
    static Infrastructure spelledOut(Infrastructure written) {
        List<Resource> all = new ArrayList<>();
        for (Resource resource : written.resources()) {
            Optional<Value> document = isApi(resource) ? ApiDocument.of(written, resource) : Optional.empty();
            if (document.isEmpty()) {
                all.add(resource);
            } else if (resource.is(ApiDocument.REST)) {
                all.addAll(new RestDocument(resource, document.get()).resources());
            } else {
                all.addAll(new HttpDocument(resource, document.get()).resources());
            }
        }
        return all.size() == written.resources().size() ? written : written.of(all);
    }

    private static boolean isApi(Resource resource) {
        return resource.is(ApiDocument.REST) || resource.is(ApiDocument.HTTP);
    }
}
