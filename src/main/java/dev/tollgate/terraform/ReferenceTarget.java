package dev.tollgate.terraform;

/** Where a reference leads. */
public sealed interface ReferenceTarget {

    /** To an attribute of an existing resource; the attribute is empty when it is not known which. */
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
