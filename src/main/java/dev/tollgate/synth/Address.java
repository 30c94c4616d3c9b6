package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformElement;

/**
 * The name under which Terraform, and so the reviewer of a plan, knows a resource.
 *
 * @param type the resource's, {@code aws_api_gateway_rest_api}
 */
record Address(String type, String name) {

    /** {@code element}, known to Terraform as {@code name}. */
    static <T extends TerraformElement> T named(String name, T element) {
        element.overrideLogicalId(name);
        return element;
    }

    /** The address of {@code element}, known to Terraform as {@code name}. */
    static Address of(String type, String name, TerraformElement element) {
        named(name, element);
        return new Address(type, name);
    }

    /**
     * A reference to {@code attribute} of what is at this address. The element has a method for that, each use of which
     * is a call across the process boundary and some work for CDKTF: this is for what every route refers to.
     */
    String attribute(String attribute) {
        return Hcl.template(type + "." + name + "." + attribute);
    }
}
