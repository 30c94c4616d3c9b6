package dev.tollgate.terraform;

/** What Terraform will do with one resource instance. */
public enum Action {
    NONE,
    READ,
    CREATE,
    UPDATE,
    DELETE,
    /** Deleted first, then made again. */
    REPLACE,
    /** Made again first, then the old one deleted. */
    REPLACE_CREATED_FIRST,
    /** Dropped from the state; the thing itself stays. */
    FORGET;

    /** Whether the old one is gone afterwards. */
    public boolean loses() {
        return this == DELETE || this == REPLACE || this == REPLACE_CREATED_FIRST;
    }

    /** Whether it is made, for the first time or again. */
    public boolean makes() {
        return this == CREATE || replaces();
    }

    /** Whether it is made again. */
    public boolean replaces() {
        return this == REPLACE || this == REPLACE_CREATED_FIRST;
    }
}
