package dev.tollgate.terraform;

import dev.tollgate.finding.Location;
import dev.tollgate.finding.Origins;
import java.util.List;
import java.util.Optional;

/**
 * What Terraform JSON describes.
 *
 * @param resources sorted by address, data sources among them
 * @param origins where each part stands in the configuration's files; only the file's name for a plan
 * @param unread what is there and could not be read, for a note: a module's call, a file of HCL
 */
public record Infrastructure(
        View view,
        List<Resource> resources,
        List<Output> outputs,
        List<Provider> providers,
        Value backend,
        Origins origins,
        List<String> unread) {

    /** What the JSON was. A plan holds providers' defaults, and no {@code lifecycle}. */
    public enum View {
        CONFIGURATION,
        PLAN
    }

    public Infrastructure {
        resources = List.copyOf(resources);
        outputs = List.copyOf(outputs);
        providers = List.copyOf(providers);
        unread = List.copyOf(unread);
    }

    /** The managed resources of {@code type}, sorted by address. */
    public List<Resource> ofType(String type) {
        return resources.stream().filter(resource -> resource.is(type)).toList();
    }

    /** The resource or data source at {@code address}. */
    public Optional<Resource> find(String address) {
        return resources.stream()
                .filter(resource -> resource.address().equals(address))
                .findFirst();
    }

    /**
     * The resource among {@code types} that {@code value} leads to: by reference, or by holding the id, ARN or name of
     * one that is there.
     */
    public Followed follow(Value value, String... types) {
        return new Followed.Undecided("not built");
    }

    /** {@code value} with every reference to a known attribute replaced by what that attribute holds. */
    public Value resolve(Value value) {
        return value;
    }

    /** Where {@code attribute} of {@code resource}, or the nearest thing around it, stands in the files. */
    public Location locate(Resource resource, String... attribute) {
        return origins.locate(resource.path());
    }
}
