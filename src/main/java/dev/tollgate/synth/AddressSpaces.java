package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformElement;
import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/**
 * Scopes in which an element's id is the name that Terraform knows it by: one for each type of element, as elements of
 * two types may have one name. What there is one of for each route is made here; {@link Address} would name it with one
 * more call across the process boundary.
 */
final class AddressSpaces {

    /** The only id that CDKTF leaves out of its elements' names, so that the scopes are one inside the other. */
    private static final String LEFT_OUT = "Default";

    private final Map<Class<?>, Construct> spaces = new HashMap<>();
    private Construct innermost;

    AddressSpaces(Construct stack) {
        this.innermost = stack;
    }

    /** The scope for elements of {@code type}. */
    Construct of(Class<? extends TerraformElement> type) {
        Construct known = spaces.get(type);
        if (known != null) {
            return known;
        }
        innermost = new Construct(innermost, LEFT_OUT);
        spaces.put(type, innermost);
        return innermost;
    }
}
