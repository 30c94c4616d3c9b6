package dev.tollgate.synth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.Label;
import dev.tollgate.model.Renaming;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Terraform learns about a state that an earlier file or release left: which resources have got another address,
 * and which it is to forget and not to destroy. All of it follows from the file as it is; no earlier output is read.
 */
final class Transitions {

    /** With the pool its sign-in goes on: its domain, what that needs, and where other environments read of it. */
    private static final List<String> OF_A_POOL = List.of(
            "aws_acm_certificate.auth",
            "aws_acm_certificate_validation.auth",
            "aws_cognito_user_pool.users",
            "aws_cognito_user_pool_domain.users",
            "aws_cognito_user_pool_domain.users_prefix",
            "aws_route53_record.auth",
            "aws_route53_record.auth_parent",
            "aws_route53_record.validation_auth",
            "aws_ssm_parameter.user_pool_arn",
            "aws_ssm_parameter.user_pool_id",
            "aws_ssm_parameter.user_pool_url");

    /** The role by which every REST API of the account and region logs, whoever made it. */
    private static final List<String> OF_THE_ACCOUNT = List.of(
            "aws_api_gateway_account.account",
            "aws_iam_role.api_gateway_logs",
            "aws_iam_role_policy_attachment.api_gateway_logs");

    private final Environment environment;
    private final SortedMap<String, KeyPath> sources;
    private final SortedSet<String> leftovers;

    /**
     * {@code sources} are those of what is emitted for {@code environment}, by address; {@code leftovers} are what it
     * had before another resource came to describe the same.
     */
    Transitions(Environment environment, SortedMap<String, KeyPath> sources, SortedSet<String> leftovers) {
        this.environment = environment;
        this.sources = sources;
        this.leftovers = leftovers;
    }

    /** Declares them in {@code stack}, the emitted JSON. */
    void declare(ObjectNode stack) {
        ArrayNode moved = JsonNodeFactory.instance.arrayNode();
        moved().forEach((from, to) -> moved.addObject().put("from", from).put("to", to));
        if (!moved.isEmpty()) {
            stack.set("moved", moved);
        }
        ArrayNode removed = JsonNodeFactory.instance.arrayNode();
        for (String address : forgotten()) {
            removed.addObject().put("from", address).putObject("lifecycle").put("destroy", false);
        }
        if (!removed.isEmpty()) {
            stack.set("removed", removed);
        }
    }

    /** Former address to the one that it is now. */
    SortedMap<String, String> moved() {
        SortedMap<String, String> moved = new TreeMap<>(new FormerAddresses(environment).of(sources.keySet()));
        environment.moved().forEach(renamed -> moved.putAll(moved(renamed)));
        moved.keySet().removeAll(sources.keySet());
        return moved;
    }

    /** What a key's resources are called is the key itself, and those of what stands in it begin with that. */
    private SortedMap<String, String> moved(Renaming renamed) {
        KeyPath source = KeyPath.of(renamed.section(), renamed.to());
        String now = Label.ofKey(renamed.to());
        SortedMap<String, String> moved = new TreeMap<>();
        sources.forEach((address, key) -> {
            if (!key.parts().subList(0, Math.min(2, key.parts().size())).equals(source.parts())) {
                return;
            }
            boolean isWhole = key.equals(source);
            Matcher name = Pattern.compile("(.*\\." + (isWhole ? "" : "(?:topic_)?") + ")" + Pattern.quote(now)
                            + (isWhole ? "()" : "(_.*)"))
                    .matcher(address);
            if (name.matches()) {
                moved.put(name.group(1) + Label.ofKey(renamed.from()) + name.group(2), address);
            }
        });
        return moved;
    }

    /** What is left to itself where this file does not have it, and Terraform would destroy. */
    SortedSet<String> forgotten() {
        List<String> forgotten = new ArrayList<>();
        if (!environment.createsUserPool()) {
            forgotten.addAll(OF_A_POOL);
        }
        forgotten.addAll(OF_THE_ACCOUNT);
        forgotten.addAll(leftovers);
        new FormerAddresses(environment)
                .of(leftovers).entrySet().stream()
                        .filter(former -> leftovers.contains(former.getValue()))
                        .forEach(former -> forgotten.add(former.getKey()));
        SortedSet<String> addresses = new TreeSet<>(forgotten);
        addresses.removeAll(sources.keySet());
        return addresses;
    }
}
