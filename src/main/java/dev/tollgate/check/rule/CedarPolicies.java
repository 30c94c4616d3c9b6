package dev.tollgate.check.rule;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Policies of Amazon Verified Permissions, as far as they speak of people of a user pool. */
final class CedarPolicies {

    private static final String STORE = "policy_store_id";

    private static final Pattern COMMENT = Pattern.compile("//[^\n]*");

    /** {@code principal.email}, {@code principal["custom:role"]}, and {@code principal has email} before either. */
    private static final Pattern CLAIM =
            Pattern.compile("\\bprincipal\\s*(?:\\.\\s*(\\w+)|\\[\\s*\"([^\"]+)\"|\\s+has\\s+\"?([\\w:]+)\"?)");

    private CedarPolicies() {}

    /** The user pool whose people the policies in the store of {@code policy} are about, where one is. */
    static Optional<Value> userPool(Infrastructure infrastructure, Resource policy) {
        return infrastructure.ofType("aws_verifiedpermissions_identity_source").stream()
                .filter(source -> isSameStore(infrastructure, source.get(STORE), policy.get(STORE)))
                .map(source -> source.argument("configuration")
                        .get("cognito_user_pool_configuration")
                        .get("user_pool_arn"))
                .filter(arn -> !arn.isAbsent())
                .findFirst();
    }

    /** What {@code statement} looks at in whoever asks. */
    static SortedSet<String> claims(String statement) {
        SortedSet<String> claims = new TreeSet<>();
        Matcher matcher = CLAIM.matcher(COMMENT.matcher(statement).replaceAll(""));
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    claims.add(matcher.group(group));
                }
            }
        }
        return claims;
    }

    private static boolean isSameStore(Infrastructure infrastructure, Value one, Value other) {
        ReferenceTarget left = infrastructure.follow(one);
        ReferenceTarget right = infrastructure.follow(other);
        if (left instanceof ReferenceTarget.To to && right instanceof ReferenceTarget.To too) {
            return to.resource().isSame(too.resource());
        }
        Value known = infrastructure.resolve(one);
        return known.text().isPresent() && known.equals(infrastructure.resolve(other));
    }
}
