package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What IAM documents allow and deny: one grant for each principal, action and resource.
 *
 * @param certain whether all of it is known
 */
record Grants(SortedSet<PolicyGrant> grants, boolean certain) {

    /** Where documents are, by resource type. */
    static final List<String> TYPES = List.of(
            "aws_iam_role",
            "aws_iam_role_policy",
            "aws_iam_policy",
            "aws_iam_role_policy_attachment",
            "aws_iam_policy_attachment",
            "aws_lambda_permission",
            "aws_api_gateway_rest_api",
            "aws_api_gateway_rest_api_policy");

    private static final Grants NONE = new Grants(new TreeSet<>(), true);

    static Grants of(Infrastructure infrastructure, Optional<Resource> resource) {
        if (resource.isEmpty()) {
            return NONE;
        }
        Grants grants = new Grants(new TreeSet<>(), true);
        for (String attribute : List.of("policy", "assume_role_policy")) {
            grants = grants.and(document(infrastructure, resource.get().argument(attribute)));
        }
        for (Value inline : resource.get().get("inline_policy").items()) {
            grants = grants.and(document(infrastructure, inline.get("policy")));
        }
        Value attached = resource.get().get("policy_arn");
        if (!attached.isAbsent()) {
            String policy = text(infrastructure, attached);
            grants = grants.and(one(new PolicyGrant(
                    "", false, "policy " + policy, false, "", Value.absent(), "what `" + policy + "` allows")));
        }
        return resource.get().is("aws_lambda_permission")
                ? grants.and(invocation(infrastructure, resource.get()))
                : grants;
    }

    private static Grants invocation(Infrastructure infrastructure, Resource permission) {
        Value source = infrastructure.resolve(permission.get("source_arn"));
        if (!source.isAbsent() && source.text().isEmpty()) {
            return new Grants(new TreeSet<>(), false);
        }
        String who = text(infrastructure, permission.get("principal"));
        String from = source.text().orElse("");
        return one(new PolicyGrant(
                who,
                false,
                "lambda:InvokeFunction",
                false,
                from,
                Value.absent(),
                "`" + who + "` may invoke from " + (from.isEmpty() ? "anything" : "`" + from + "`")));
    }

    private static Grants one(PolicyGrant grant) {
        return new Grants(new TreeSet<>(List.of(grant)), true);
    }

    private static Grants document(Infrastructure infrastructure, Value policy) {
        if (policy.isAbsent() || policy.is("")) {
            return NONE;
        }
        Optional<Value> read = JsonText.read(infrastructure.resolve(policy));
        if (read.isEmpty()) {
            return new Grants(new TreeSet<>(), false);
        }
        TreeSet<PolicyGrant> grants = new TreeSet<>();
        for (Value statement : read.get().get("Statement").items()) {
            statement(infrastructure, statement, grants);
        }
        return new Grants(grants, true);
    }

    private static void statement(Infrastructure infrastructure, Value statement, SortedSet<PolicyGrant> grants) {
        Value principal = infrastructure.resolve(statement.get("Principal"));
        Value condition = infrastructure.resolve(statement.get("Condition"));
        boolean denies = statement.get("Effect").is("Deny");
        boolean inverse = !statement.get("NotAction").isAbsent();
        List<Value> resources = statement.get("Resource").isAbsent()
                ? List.of(Value.of(""))
                : statement.get("Resource").items();
        for (String who : principals(principal)) {
            for (Value action : statement.get(inverse ? "NotAction" : "Action").items()) {
                for (Value resource : resources) {
                    String act = text(infrastructure, action);
                    String on = resource.is("") ? "" : text(infrastructure, resource);
                    String shown = (who.isEmpty() ? "" : "`" + who + "` ") + (denies ? "may not" : "may") + " "
                            + (inverse ? "do all but " : "") + "`" + act + "`"
                            + (on.isEmpty() ? "" : " on `" + on + "`")
                            + (condition.isAbsent() ? "" : " if `" + AttributeChange.shown(condition) + "`");
                    grants.add(new PolicyGrant(who, denies, act, inverse, on, condition, shown));
                }
            }
        }
    }

    /** {@code *}, or {@code AWS arn:…} for each; the holder of the document where none is written. */
    private static List<String> principals(Value principal) {
        if (principal.isAbsent()) {
            return List.of("");
        }
        if (principal instanceof Value.Mapping kinds) {
            List<String> found = new ArrayList<>();
            kinds.members().forEach((kind, names) -> names.items().forEach(name -> {
                String shown = AttributeChange.shown(name);
                found.add(shown.equals("*") ? "*" : kind.equals("Service") ? shown : kind + " " + shown);
            }));
            return List.copyOf(found);
        }
        return List.of(AttributeChange.shown(principal));
    }

    private static String text(Infrastructure infrastructure, Value value) {
        return AttributeChange.shown(infrastructure.resolve(value));
    }

    private Grants and(Grants others) {
        TreeSet<PolicyGrant> all = new TreeSet<>(grants);
        all.addAll(others.grants);
        return new Grants(all, certain && others.certain);
    }

    /**
     * What {@code earlier} did not let through and this does: what is allowed anew, and what is denied no more. A grant
     * for a stage is one for the name that {@code renamed} gives it.
     */
    SortedSet<String> beyond(Grants earlier, Map<String, String> renamed) {
        TreeSet<String> found = new TreeSet<>();
        grants.stream()
                .filter(grant -> !grant.denies())
                .filter(grant -> earlier.grants.stream()
                        .noneMatch(
                                one -> one.includes(grant) || one.under(renamed).includes(grant)))
                .forEach(grant -> found.add(grant.text()));
        earlier.grants.stream()
                .filter(PolicyGrant::denies)
                .filter(grant ->
                        grants.stream().noneMatch(one -> one.includes(grant) || one.includes(grant.under(renamed))))
                .forEach(grant -> found.add("no more: " + grant.text()));
        return found;
    }
}
