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

    /**
     * A reference to {@code attribute} of what is at this address. The element itself has a method for it, that every
     * use of takes a call across the process boundary, and CDKTF some work: this is for what every route refers to.
     */
    String attribute(String attribute) {
        return Hcl.template(type + "." + name + "." + attribute);
    }
}
