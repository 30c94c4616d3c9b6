package dev.tollgate.explain;

import dev.tollgate.check.Reachability;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;
import dev.tollgate.model.RouteKey;
import dev.tollgate.schema.Capability;
import dev.tollgate.schema.EnvironmentSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changes when an environment becomes the other kind of API.
 *
 * @param mend what the file uses and the other kind does not have; synth refuses it, so it must be fixed first
 * @param lost further features that are no longer to be had
 * @param gained features that can be had from then on
 * @param callers what callers and functions notice
 * @param removed types of resources that go
 * @param made types of resources that come
 * @param kept what stays as it is
 */
public record KindSwitch(
        List<String> mend,
        List<String> lost,
        List<String> gained,
        List<Change> callers,
        List<String> removed,
        List<String> made,
        List<String> kept) {

    public KindSwitch {
        mend = List.copyOf(mend);
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
        callers = List.copyOf(callers);
        removed = List.copyOf(removed);
        made = List.copyOf(made);
        kept = List.copyOf(kept);
    }

    /**
     * What changes when {@code environment}, of one kind, becomes {@code to}, the other.
     *
     * @param types the types of the resources that an environment is made of
     */
    public static KindSwitch of(Environment environment, ApiKind to, Function<Environment, SortedSet<String>> types) {
        ApiKind from = environment.kind();
        SortedSet<String> before = types.apply(environment);
        SortedSet<String> after = types.apply(environment.as(to));
        List<String> mend = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> gained = new ArrayList<>();
        for (Capability capability : EnvironmentSchema.capabilities()) {
            if (capability.isOf(from) && !capability.isOf(to)) {
                if (capability.isAskedBy(environment)) {
                    mend.add("`" + String.join(".", capability.key()) + "` asks for " + capability.feature() + ": "
                            + capability.instead());
                } else {
                    lost.add(capability.feature());
                }
            } else if (capability.isOf(to) && !capability.isOf(from)) {
                gained.add(capability.feature());
            }
        }
        environment
                .apiDomain()
                .ifPresent(name -> mend.add("`custom_domain.api`: `" + name + "` belongs to the old kind's domain name;"
                        + " remove `custom_domain.api`, apply, switch, and put it back"));
        if (to == ApiKind.REST && environment.accessLog().accountRole().isEmpty()) {
            mend.add(
                    "`access_log.account_role` is missing: a REST API logs with an account-wide role; set `true` to create"
                            + " it, `false` if it exists");
        }
        mend.addAll(unreachable(environment, to));
        List<Change> callers = new ArrayList<>();
        CallerFacts.stage(environment, to).ifPresent(callers::add);
        CallerFacts.ALL.stream()
                .filter(facts -> facts.when().test(environment))
                .map(facts -> facts.change(from))
                .forEach(callers::add);
        return new KindSwitch(
                mend, lost, gained, callers, without(before, after), without(after, before), kept(environment));
    }

    /** Routes that clients reach now and will not: a REST route without scopes takes ID tokens only. */
    private static List<String> unreachable(Environment environment, ApiKind to) {
        Set<RouteKey> before = reached(environment);
        Set<RouteKey> after = reached(environment.as(to));
        return before.stream()
                .filter(key -> !after.contains(key))
                .map(key -> "`" + key + "`: no client can obtain a token that it accepts then; give it `scopes`, or a"
                        + " client `auth_flows`")
                .toList();
    }

    private static Set<RouteKey> reached(Environment environment) {
        return Reachability.of(environment).routes().stream()
                .filter(reach -> !reach.tokens().isEmpty())
                .map(reach -> reach.route().key())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> without(SortedSet<String> types, SortedSet<String> others) {
        return types.stream().filter(type -> !others.contains(type)).toList();
    }

    private static List<String> kept(Environment environment) {
        List<String> kept = new ArrayList<>();
        if (environment.createsUserPool()) {
            kept.add("the user pool, its users and its domain: same address, no change");
        }
        if (!environment.clients().isEmpty()) {
            kept.add("clients and their secrets, resource servers and scopes");
        }
        if (!environment.packagedFunctions().isEmpty()) {
            kept.add("functions, their roles and logs; only the permission to call them names the new API");
        }
        if (!environment.tables().isEmpty()) {
            kept.add("tables and their items");
        }
        kept.add("the access log group and its events");
        return kept;
    }
}
