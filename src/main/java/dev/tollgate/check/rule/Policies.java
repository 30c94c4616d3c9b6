package dev.tollgate.check.rule;

import dev.tollgate.check.Place;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IAM's policies, in strings or as data sources. */
final class Policies {

    private static final String DOCUMENT = "aws_iam_policy_document";
    private static final List<String> TYPES =
            List.of("aws_iam_group_policy", "aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy");

    private final Infrastructure infrastructure;

    Policies(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
    }

    /**
     * A policy of a resource.
     *
     * @param place where it stands
     * @param statements empty when it cannot be read
     */
    record Policy(Resource resource, Place place, Optional<List<Statement>> statements) {}

    /**
     * A statement of a policy.
     *
     * @param isConditional whether it holds under a condition only
     * @param principals {@code Principal}'s values under each kind, such as {@code AWS}
     */
    record Statement(
            boolean isAllowed,
            List<Value> actions,
            List<Value> resources,
            boolean excludes,
            boolean isConditional,
            Value principals) {}

    /** What identities may do. */
    List<Policy> grants() {
        List<Policy> found = new ArrayList<>();
        for (String type : TYPES) {
            infrastructure.ofType(type).forEach(resource -> found.add(policy(resource, "policy")));
        }
        for (Resource role : infrastructure.ofType("aws_iam_role")) {
            for (Value inline : role.argument("inline_policy").items()) {
                found.add(new Policy(role, Place.of(role, "inline_policy"), statements(inline.get("policy"))));
            }
        }
        return found;
    }

    /** Who may take on roles. */
    List<Policy> trusts() {
        return infrastructure.ofType("aws_iam_role").stream()
                .map(role -> policy(role, "assume_role_policy"))
                .toList();
    }

    private Policy policy(Resource resource, String attribute) {
        return new Policy(resource, Place.of(resource, attribute), statements(resource.argument(attribute)));
    }

    private Optional<List<Statement>> statements(Value document) {
        if (infrastructure.follow(document, DOCUMENT) instanceof ReferenceTarget.To to
                && to.resource().mode() == Resource.Mode.DATA
                && !to.resource().get("statement").isAbsent()) {
            return Optional.of(to.resource().get("statement").items().stream()
                    .map(Policies::block)
                    .toList());
        }
        return JsonText.read(infrastructure.resolve(document)).map(read -> read.get("Statement").items().stream()
                .map(Policies::written)
                .toList());
    }

    private static Statement written(Value statement) {
        return new Statement(
                statement.get("Effect").is("Allow"),
                statement.get("Action").items(),
                statement.get("Resource").items(),
                !statement.get("NotAction").isAbsent()
                        || !statement.get("NotResource").isAbsent(),
                !statement.get("Condition").isAbsent(),
                statement.get("Principal"));
    }

    /** A plan has blocks that nobody wrote as empty lists. */
    private static Statement block(Value statement) {
        List<Value> principals = new ArrayList<>();
        statement
                .get("principals")
                .items()
                .forEach(one -> principals.addAll(one.get("identifiers").items()));
        return new Statement(
                statement.get("effect").isAbsent() || statement.get("effect").is("Allow"),
                statement.get("actions").items(),
                statement.get("resources").items(),
                !statement.get("not_actions").items().isEmpty()
                        || !statement.get("not_resources").items().isEmpty(),
                !statement.get("condition").items().isEmpty(),
                new Value.Sequence(principals));
    }
}
