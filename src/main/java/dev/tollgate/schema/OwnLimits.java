package dev.tollgate.schema;

/** What Tollgate itself lets a value be. */
final class OwnLimits {

    /** A name that becomes part of others. */
    static final Limit WORD =
            Limit.matching("[A-Za-z][A-Za-z0-9_-]{0,39}", "1 to 40 letters, digits, `_` and `-`, a letter first", "");

    static final Limit REASON = Limit.matching("(?s)\\s*\\S.{2,}", "a reason of at least 3 characters", "");

    /** Where a secret is, and never what it is. */
    static final Limit SECRET = Limit.matching(
            "variable:[a-z][a-z0-9_]{0,63}|parameter:/[A-Za-z0-9_./-]{1,1000}|secret:[A-Za-z0-9/_+=.@:-]{1,512}",
            "`variable:name`, `parameter:/path` or `secret:name`",
            "");

    /** A file or folder of the project; whether it is there, a rule says. */
    static final Limit PATH = Limit.matching("(?s).*\\S.*", "a path in the project, such as `lambdas/books`", "");

    private static final Limit RENAMED = Limit.matching(
            "(functions|layers|clients)\\.[^.]+",
            "a key of `functions`, `layers` or `clients`, such as `functions.books`",
            "");

    static final Limit RENAMING = Limit.entries(RENAMED, RENAMED);

    private OwnLimits() {}
}
