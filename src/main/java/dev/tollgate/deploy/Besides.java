package dev.tollgate.deploy;

import java.util.List;

/**
 * What one plan is made with besides the stack's own configuration, which stays as it was emitted.
 *
 * @param configuration more of it in Terraform's JSON, for this plan alone; blank for none
 * @param replaced the addresses of what is made anew
 */
public record Besides(String configuration, List<String> replaced) {

    /** Nothing. */
    public static final Besides NOTHING = new Besides("", List.of());

    public Besides {
        replaced = List.copyOf(replaced);
    }

    /** What is at {@code addresses} is made anew. */
    public static Besides replacing(List<String> addresses) {
        return new Besides("", addresses);
    }
}
