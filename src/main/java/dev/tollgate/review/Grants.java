package dev.tollgate.review;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What IAM documents allow: one line for each principal, action and resource.
 *
 * @param certain whether all of it is known
 */
record Grants(SortedSet<String> lines, boolean certain) {

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
            grants = grants.and(one("what `" + text(infrastructure, attached) + "` allows"));
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
        String from = source.isAbsent() ? "anything" : "`" + text(infrastructure, source) + "`";
        return one("`" + text(infrastructure, permission.get("principal")) + "` may invoke from " + from);
    }

    private static Grants one(String line) {
        return new Grants(new TreeSet<>(List.of(line)), true);
    }

    private static Grants document(Infrastructure infrastructure, Value policy) {
        if (policy.isAbsent() || policy.is("")) {
            return NONE;
        }
        Optional<Value> read = JsonText.read(infrastructure.resolve(policy));
        if (read.isEmpty()) {
            return new Grants(new TreeSet<>(), false);
        }
        TreeSet<String> lines = new TreeSet<>();
        for (Value statement : read.get().get("Statement").items()) {
            statement(infrastructure, statement, lines);
        }
        return new Grants(lines, true);
    }

    private static void statement(Infrastructure infrastructure, Value statement, SortedSet<String> lines) {
        String who = statement.get("Principal").isAbsent()
                ? ""
                : "`" + text(infrastructure, statement.get("Principal")) + "` ";
        String verb = statement.get("Effect").is("Deny") ? "may not" : "may";
        String condition = statement.get("Condition").isAbsent()
                ? ""
                : " if `" + text(infrastructure, statement.get("Condition")) + "`";
        boolean inverse = !statement.get("NotAction").isAbsent();
        Value actions = inverse ? statement.get("NotAction") : statement.get("Action");
        List<Value> resources = statement.get("Resource").isAbsent()
                ? List.of(Value.of(""))
                : statement.get("Resource").items();
        for (Value action : actions.items()) {
            for (Value resource : resources) {
                String on = resource.is("") ? "" : " on `" + text(infrastructure, resource) + "`";
                lines.add(who + verb + " " + (inverse ? "do all but " : "") + "`" + text(infrastructure, action) + "`"
                        + on + condition);
            }
        }
    }

    private static String text(Infrastructure infrastructure, Value value) {
        return AttributeChange.shown(infrastructure.resolve(value));
    }

    private Grants and(Grants others) {
        TreeSet<String> all = new TreeSet<>(lines);
        all.addAll(others.lines);
        return new Grants(all, certain && others.certain);
    }

    /** What is in this and not in {@code other}; a denial counts where it is missing. */
    SortedSet<String> without(Grants other) {
        TreeSet<String> left = new TreeSet<>(lines);
        left.removeAll(other.lines);
        return left;
    }
}
