package dev.tollgate.gateway.site;

import dev.tollgate.finding.UserError;
import dev.tollgate.gateway.function.DebugPort;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The functions that debuggers attach to, each asked for as the file, Terraform or AWS calls it. */
record DebuggedFunctions(SortedMap<String, DebugPort> asked) {

    /** Where a debugger attaches to the function {@code name} of AWS, whose resource is {@code label}. */
    Optional<DebugPort> of(String label, String name) {
        return asked.entrySet().stream()
                .filter(one -> means(one.getKey(), label, name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** {@code served} has names in AWS by the names of resources. */
    void refuseUnknown(SortedMap<String, String> served) {
        for (String one : asked.keySet()) {
            boolean known =
                    served.entrySet().stream().anyMatch(function -> means(one, function.getKey(), function.getValue()));
            if (!known) {
                throw new UserError(
                        UserError.Exit.USAGE,
                        "`--debug` names `" + one + "`, a function that no route and no user pool calls",
                        served.isEmpty()
                                ? "leave it out: this stack calls no function"
                                : "name one of "
                                        + served.keySet().stream()
                                                .map(label -> "`" + label + "`")
                                                .collect(Collectors.joining(", ")));
            }
        }
    }

    private static boolean means(String asked, String label, String name) {
        return asked.equals(name)
                || asked.equals(label)
                || asked.replace('-', '_').equals(label);
    }
}
