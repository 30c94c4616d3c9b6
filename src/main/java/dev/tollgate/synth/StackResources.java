package dev.tollgate.synth;

import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an environment's stack would be made of; neither functions' sources nor Node.js are needed to tell. */
public final class StackResources {

    private static final Packages.Zip UNREAD = new Packages.Zip("function.zip", "");

    private StackResources() {}

    /**
     * The types of the resources of {@code environment}, {@code aws_cognito_user_pool}; those of data sources aside.
     */
    public static SortedSet<String> types(Environment environment) {
        SortedSet<String> types = new TreeSet<>();
        for (String address : stack(environment).sources().keySet()) {
            if (!address.startsWith("data.")) {
                types.add(address.substring(0, address.indexOf('.')));
            }
        }
        return types;
    }

    /** Every name that the stack of {@code environment} declares, as Terraform refers to it: {@code var.name}. */
    public static SortedSet<String> names(Environment environment) {
        return stack(environment).names();
    }

    /** The key of the file that each resource and data source of {@code environment} comes from, by address. */
    public static SortedMap<String, KeyPath> sources(Environment environment) {
        return stack(environment).sources();
    }

    private static EnvironmentStack stack(Environment environment) {
        return new EnvironmentStack(environment, table -> new TreeMap<>(), function -> UNREAD, OwnTerraform.NONE);
    }
}
