package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformElement;

/** Gives elements the names under which Terraform, and so the reviewer of a plan, knows them. */
final class Address {

    private Address() {}

    /** {@code element}, known to Terraform as {@code name}. */
    static <T extends TerraformElement> T named(String name, T element) {
        element.overrideLogicalId(name);
        return element;
    }
}
