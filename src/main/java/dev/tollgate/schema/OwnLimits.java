package dev.tollgate.schema;

/** What Tollgate itself lets a value be. */
final class OwnLimits {

    /** A name that becomes part of others. */
    static final Limit WORD =
            Limit.matching("[A-Za-z][A-Za-z0-9_-]{0,39}", "1 to 40 letters, digits, `_` and `-`, a letter first", "");

    static final Limit REASON = Limit.matching("(?s)\\s*\\S.{2,}", "a reason of at least 3 characters", "");

    private static final Limit RENAMED = Limit.matching(
            "(functions|clients)\\.[^.]+", "a key of `functions` or `clients`, such as `functions.books`", "");

    static final Limit RENAMING = Limit.entries(RENAMED, RENAMED);

    private OwnLimits() {}
}
