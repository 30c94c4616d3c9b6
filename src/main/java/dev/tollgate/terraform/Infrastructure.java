package dev.tollgate.terraform;

import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Location;
import dev.tollgate.finding.Origins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What Terraform describes: resources that can be found by type and address, and followed from one to another. */
public final class Infrastructure {

    /** What the JSON was. A plan holds providers' defaults, and no {@code lifecycle}. */
    public enum View {
        CONFIGURATION,
        PLAN
    }

    /** More references than lead from one to the next; ends a circle of them. */
    private static final int DEEPEST = 20;

    /** Arguments of others that one is taken from, one from the next; each may name many. */
    private static final int ARGUMENTS = 3;

    private final View view;
    private final List<Resource> resources;
    private final List<Output> outputs;
    private final List<Provider> providers;
    private final Value variables;
    private final Value backend;
    private final Origins origins;
    private final List<String> unread;
    private final Map<String, Resource> byAddress = new HashMap<>();
    private final Map<String, List<Resource>> byType = new HashMap<>();
    private final ResourceIds identities;
    private final Map<String, String> moved;

    Infrastructure(
            View view,
            List<Resource> resources,
            List<Output> outputs,
            List<Provider> providers,
            Value variables,
            Value backend,
            Origins origins,
            List<String> unread) {
        this(view, resources, outputs, providers, variables, backend, origins, unread, Map.of());
    }

    Infrastructure(
            View view,
            List<Resource> resources,
            List<Output> outputs,
            List<Provider> providers,
            Value variables,
            Value backend,
            Origins origins,
            List<String> unread,
            Map<String, String> moved) {
        this.view = view;
        this.moved = Map.copyOf(moved);
        this.resources = List.copyOf(resources);
        this.outputs = List.copyOf(outputs);
        this.providers = List.copyOf(providers);
        this.variables = variables;
        this.backend = backend;
        this.origins = origins;
        this.unread = List.copyOf(unread);
        for (Resource resource : resources) {
            byAddress.put(resource.address(), resource);
            if (resource.mode() == Resource.Mode.MANAGED) {
                byType.computeIfAbsent(resource.type(), type -> new ArrayList<>())
                        .add(resource);
            }
        }
        this.identities = new ResourceIds(resources);
    }

    /** This, and {@code more} that it does not hold. */
    public Infrastructure and(List<Resource> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Resource> all = new ArrayList<>(resources);
        all.addAll(more);
        all.sort(Comparator.comparing(Resource::address));
        return new Infrastructure(view, all, outputs, providers, variables, backend, origins, unread, moved);
    }

    /** The same with {@code others} for its resources. */
    Infrastructure of(List<Resource> others) {
        List<Resource> sorted =
                others.stream().sorted(Comparator.comparing(Resource::address)).toList();
        return new Infrastructure(view, sorted, outputs, providers, variables, backend, origins, unread, moved);
    }

    /**
     * The same with what {@code configuration}, which this is the plan of, tells and a plan does not: where everything
     * is written, {@code lifecycle} and the backend.
     */
    Infrastructure writtenIn(Infrastructure configuration) {
        List<Resource> placed = resources.stream()
                .map(resource -> configuration
                        .find(resource.address())
                        .map(resource::writtenAs)
                        .orElse(resource))
                .toList();
        List<Output> written = outputs.stream()
                .map(output -> configuration.outputs.stream()
                        .filter(other -> other.name().equals(output.name()))
                        .findFirst()
                        .map(other -> new Output(output.name(), output.value(), output.sensitive(), other.path()))
                        .orElse(output))
                .toList();
        return new Infrastructure(
                view,
                placed,
                written,
                providers,
                variables,
                configuration.backend,
                new Origins(origins.file(), configuration.origins.locations()),
                unread);
    }

    /** The start of the first file, where what is about all of it stands. */
    public Location start() {
        return Location.startOf(origins.file());
    }

    /** The files that it is written in. */
    public Set<String> files() {
        return origins.locations().values().stream().map(Location::file).collect(Collectors.toSet());
    }

    /** The files that {@code resource} is written in: more than one where some override others. */
    public Set<String> files(Resource resource) {
        Set<String> files = new TreeSet<>();
        origins.locations().forEach((path, location) -> {
            List<String> parts = path.parts();
            List<String> head = resource.path().parts();
            if (parts.size() >= head.size() && parts.subList(0, head.size()).equals(head)) {
                files.add(location.file());
            }
        });
        return files;
    }

    /** What the JSON was. */
    public View view() {
        return view;
    }

    /** All of them sorted by address, data sources too. */
    public List<Resource> resources() {
        return resources;
    }

    /** The managed resources of {@code type}, sorted by address. */
    public List<Resource> ofType(String type) {
        return List.copyOf(byType.getOrDefault(type, List.of()));
    }

    /** The root module's outputs. */
    public List<Output> outputs() {
        return outputs;
    }

    /** The providers' configurations. */
    public List<Provider> providers() {
        return providers;
    }

    /** The region of the provider that makes {@code resource}, where it is known. */
    public Optional<String> region(Resource resource) {
        return providers.stream()
                .filter(provider -> provider.key().equals(resource.provider()))
                .flatMap(provider -> resolve(provider.values().get("region")).text().stream())
                .findFirst();
    }

    /** The root module's variables by name, each with the value that holds here. */
    public Value variables() {
        return variables;
    }

    /** The backend's block; absent in a plan. */
    public Value backend() {
        return backend;
    }

    /** What is there and could not be read, for a note: a module's call, a file of HCL. */
    public List<String> unread() {
        return unread;
    }

    /** The resource or data source at {@code address}; of a resource with {@code count}, whatever the instance. */
    public Optional<Resource> find(String address) {
        Resource exact = byAddress.get(address);
        if (exact != null || !address.endsWith("]")) {
            return Optional.ofNullable(exact);
        }
        return Optional.ofNullable(byAddress.get(address.substring(0, address.lastIndexOf('['))));
    }

    /** What the resource that was at {@code address} is now, by the configuration's {@code moved} blocks too. */
    public Optional<Resource> successor(String address) {
        String at = address;
        for (int i = 0; i < DEEPEST && find(at).isEmpty(); i++) {
            at = moved(at);
        }
        return find(at);
    }

    private String moved(String address) {
        return moved.entrySet().stream()
                .filter(move -> address.equals(move.getKey())
                        || address.startsWith(move.getKey() + ".")
                        || address.startsWith(move.getKey() + "["))
                .map(move -> move.getValue() + address.substring(move.getKey().length()))
                .findFirst()
                .orElse(address);
    }

    /**
     * The resource or data source among {@code types}, or of any type when none is given, that {@code value} leads to:
     * by reference, or by holding the id, ARN or name of one that is there.
     */
    public ReferenceTarget follow(Value value, String... types) {
        return follow(value, 0, types);
    }

    private ReferenceTarget follow(Value value, int depth, String... types) {
        if (value instanceof Value.Sensitive sensitive) {
            return follow(sensitive.hidden(), depth, types);
        }
        List<ReferenceTarget.To> found = new ArrayList<>();
        List<String> wanted = List.of(types);
        for (Value.Reference reference : references(value)) {
            find(reference.address())
                    .filter(resource -> wanted.isEmpty() || wanted.contains(resource.type()))
                    .ifPresent(resource -> found.add(new ReferenceTarget.To(resource, reference.attribute())));
        }
        long leadsTo =
                found.stream().map(to -> to.resource().address()).distinct().count();
        if (leadsTo == 1) {
            return found.get(0);
        }
        if (leadsTo > 1 && !(value instanceof Value.Scalar)) {
            return new ReferenceTarget.Undecided("refers to more than one");
        }
        // `aws_api_gateway_method.x.resource_id` leads where that method's own argument leads.
        for (Value.Reference reference : depth > ARGUMENTS ? List.<Value.Reference>of() : value.references()) {
            Value held = held(reference);
            if (!held.references().isEmpty()
                    && !held.equals(reference)
                    && follow(held, depth + 1, types) instanceof ReferenceTarget.To to) {
                return to;
            }
        }
        Value resolved = resolve(value);
        if (resolved.text().isPresent()) {
            return identities
                    .find(resolved.text().get(), wanted)
                    .<ReferenceTarget>map(to -> to)
                    .orElse(new ReferenceTarget.Elsewhere(resolved));
        }
        return resolved instanceof Value.Unknown unknown
                ? new ReferenceTarget.Undecided(unknown.because())
                : new ReferenceTarget.Elsewhere(resolved);
    }

    /**
     * What {@code value} is made from; of one that is known, what it holds of that. A plan says of a list or a map what
     * all of it is made from, and not each part.
     */
    public List<Value.Reference> references(Value value) {
        Value shown = value instanceof Value.Sensitive sensitive ? sensitive.hidden() : value;
        return shown instanceof Value.Scalar
                ? shown.references().stream()
                        .filter(reference -> holds(shown, reference))
                        .toList()
                : shown.references();
    }

    /** Whether {@code value}, which is known, has in it what {@code reference} says it was made from. */
    private boolean holds(Value value, Value.Reference reference) {
        Value held = held(reference);
        Value shown = held instanceof Value.Sensitive sensitive ? sensitive.hidden() : held;
        return !held.equals(reference)
                && shown.text()
                        .filter(part -> !part.isEmpty())
                        .filter(part -> value.text().orElseThrow().contains(part))
                        .isPresent();
    }

    /** {@code value} with every reference to a known attribute replaced by what that attribute holds. */
    public Value resolve(Value value) {
        return resolve(value, 0);
    }

    private Value resolve(Value value, int depth) {
        if (depth > DEEPEST) {
            return value;
        }
        if (value instanceof Value.Reference reference) {
            Value held = held(reference);
            return held.isAbsent() || held.equals(value) ? value : resolve(held, depth + 1);
        }
        if (value instanceof Value.Template template) {
            return Templates.join(template.parts().stream()
                    .map(part -> resolve(part, depth + 1))
                    .toList());
        }
        if (value instanceof Value.Sequence sequence) {
            return new Value.Sequence(sequence.items().stream()
                    .map(item -> resolve(item, depth + 1))
                    .toList());
        }
        if (value instanceof Value.Mapping mapping) {
            TreeMap<String, Value> members = new TreeMap<>();
            mapping.members().forEach((key, member) -> members.put(key, resolve(member, depth + 1)));
            return new Value.Mapping(members);
        }
        return value;
    }

    private Value held(Value.Reference reference) {
        Optional<Resource> resource = find(reference.address());
        if (resource.isEmpty() || reference.path().isEmpty()) {
            return reference;
        }
        Value value = resource.get().values();
        for (String step : reference.path()) {
            value = Functions.element(value, step);
        }
        return value;
    }

    /** Where {@code attribute} of {@code resource}, or the nearest thing around it, stands in the files. */
    public Location locate(Resource resource, String... attribute) {
        return locate(resource.path(), attribute);
    }

    /**
     * Where what is at {@code path}, or the nearest thing around it, stands in the files. A single block is stepped
     * into whether it is written as an object or as a list of one.
     */
    public Location locate(KeyPath path, String... attribute) {
        KeyPath at = path;
        for (String step : attribute) {
            KeyPath inList = at.child("0").child(step);
            at = origins.has(inList) ? inList : at.child(step);
        }
        return origins.locate(at);
    }
}
