package dev.tollgate.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a pool knows of its people. It can be added to a pool, and never be changed or removed.
 *
 * @param type {@code string}, {@code number}, {@code datetime} or {@code boolean}
 * @param length bounds of a text
 * @param value bounds of a number
 */
public record PoolAttribute(String name, String type, boolean required, boolean mutable, Bounds length, Bounds value) {

    /**
     * OpenID Connect's, which every pool has:
     * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html.
     */
    private static final List<String> STANDARD = List.of(
            "address",
            "birthdate",
            "email",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "picture",
            "preferred_username",
            "profile",
            "updated_at",
            "website",
            "zoneinfo");

    /** What clients and identity providers may name in any pool: those, and what Cognito says of them. */
    public static final List<String> OF_EVERY_POOL = Stream.concat(
                    STANDARD.stream(), Stream.of("email_verified", "phone_number_verified", "username"))
            .toList();

    /** From where to where; open where nothing is said. */
    public record Bounds(Optional<Integer> least, Optional<Integer> most) {

        /** Whether anything is said. */
        public boolean isWritten() {
            return least.isPresent() || most.isPresent();
        }
    }

    /** Whether every pool has it. */
    public boolean isStandard() {
        return isStandard(name);
    }

    /** Whether every pool has an attribute called {@code name}. */
    public static boolean isStandard(String name) {
        return STANDARD.contains(name);
    }

    /** The one standard attribute that is a number: seconds since 1970. */
    public boolean isNumber() {
        return name.equals("updated_at") || type.equals("number");
    }

    /** All that is fixed about it, on one line. */
    public String definition() {
        return type
                + (required ? " required" : "")
                + (mutable ? "" : " immutable")
                + bounds(" length", length)
                + bounds(" value", value);
    }

    private static String bounds(String what, Bounds bounds) {
        return bounds.isWritten()
                ? what + " " + bounds.least().map(String::valueOf).orElse("") + ".."
                        + bounds.most().map(String::valueOf).orElse("")
                : "";
    }
}
