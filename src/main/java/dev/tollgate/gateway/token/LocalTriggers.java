package dev.tollgate.gateway.token;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The functions that a pool calls: {@code lambda_config}.
 *
 * @param functions names of functions by Terraform's name of the trigger, {@code pre_sign_up} for instance
 * @param tokenVersion of the event of {@code pre_token_generation}: {@code V1_0}, {@code V2_0} or {@code V3_0}
 */
public record LocalTriggers(SortedMap<String, String> functions, String tokenVersion) {

    /** None. */
    public static final LocalTriggers NONE = new LocalTriggers(new TreeMap<>(), "V1_0");

    public LocalTriggers {
        functions = Collections.unmodifiableSortedMap(new TreeMap<>(functions));
    }

    /** The function of {@code trigger}. */
    public Optional<String> function(String trigger) {
        return Optional.ofNullable(functions.get(trigger));
    }
}
