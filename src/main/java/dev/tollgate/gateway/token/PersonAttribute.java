package dev.tollgate.gateway.token;

import java.util.Set;

/** An attribute of people that a pool's {@code schema} names, {@code custom:} in front of one of its own. */
public record PersonAttribute(String name, boolean required, boolean mutable) {

    /** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html */
    private static final Set<String> STANDARD = Set.of(
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

    /** Whether every pool has {@code name}, whatever its schema. */
    public static boolean isStandard(String name) {
        return STANDARD.contains(name);
    }
}
