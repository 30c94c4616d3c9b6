package dev.tollgate.synth;

/** Names of resources in Terraform, made of names the user gave. */
final class Names {

    private Names() {}

    /** {@code get-items} as Terraform's own style has it: {@code get_items}. */
    static String id(String name) {
        return name.replace('-', '_');
    }
}
