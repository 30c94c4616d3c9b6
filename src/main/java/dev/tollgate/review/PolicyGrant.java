package dev.tollgate.review;

import dev.tollgate.terraform.Value;
import java.util.Locale;
import java.util.Map;

/**
 * One line of what a document allows or denies.
 *
 * @param who the principal as text; empty where the document's holder is meant
 * @param denies whether it takes away
 * @param action with wildcards, or what an inverse statement leaves out
 * @param inverse whether all but {@code action} is meant
 * @param resource with wildcards; empty where the document is on the resource itself, or where any is meant
 * @param condition as written; absent where there is none
 * @param text for a person
 */
record PolicyGrant(
        String who, boolean denies, String action, boolean inverse, String resource, Value condition, String text)
        implements Comparable<PolicyGrant> {

    @Override
    public int compareTo(PolicyGrant other) {
        return text.compareTo(other.text);
    }

    /** This grant with the stage in {@code arn:aws:execute-api:…:API/STAGE/…} called as {@code renamed} calls it. */
    PolicyGrant under(Map<String, String> renamed) {
        String[] parts = resource.split("/", 3);
        if (parts.length < 3 || !parts[0].contains(":execute-api:") || !renamed.containsKey(parts[1])) {
            return this;
        }
        String now = parts[0] + "/" + renamed.get(parts[1]) + "/" + parts[2];
        return new PolicyGrant(who, denies, action, inverse, now, condition, text.replace(resource, now));
    }

    /** Whether all that {@code other} is about is in this one. */
    boolean includes(PolicyGrant other) {
        if (equals(other)) {
            return true;
        }
        return denies == other.denies
                && covers(who, other.who)
                && actions(other)
                && covers(resource, other.resource)
                && StatementConditions.include(condition, other.condition);
    }

    private boolean actions(PolicyGrant other) {
        if (inverse || other.inverse) {
            return inverse == other.inverse ? action.equals(other.action) : !inverse && action.equals("*");
        }
        return covers(action.toLowerCase(Locale.ROOT), other.action.toLowerCase(Locale.ROOT));
    }

    /** IAM's wildcards, any characters or one; nothing written is anything. */
    static boolean covers(String pattern, String text) {
        if (pattern.isEmpty()) {
            return true;
        }
        int p = 0;
        int star = -1;
        int resume = 0;
        for (int t = 0; t < text.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && matches(pattern.charAt(p), text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** A wildcard in what is to be covered is covered by one alone. */
    private static boolean matches(char pattern, char text) {
        return pattern == text || (pattern == '?' && text != '*');
    }
}
