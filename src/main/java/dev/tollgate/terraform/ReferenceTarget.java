package dev.tollgate.terraform;

/** Where a reference leads. */
public sealed interface ReferenceTarget {

    /** To an attribute of a resource that is there; the attribute is empty when it cannot be told which. */
    record To(Resource resource, String attribute) implements ReferenceTarget {}

    /** To none of the resources: a literal for something made elsewhere, or nothing at all. */
    record Elsewhere(Value value) implements ReferenceTarget {

        /** Whether it is known what the value is: a data source's is not, as long as nobody has read it. */
        public boolean isKnown() {
            return value.isCertain();
        }
    }

    /** Unknown. */
    record Undecided(String because) implements ReferenceTarget {}
}
