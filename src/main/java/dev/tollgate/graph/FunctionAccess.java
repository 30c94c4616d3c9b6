package dev.tollgate.graph;

import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a function's role lets it use: tables, topics and all else, without what every function needs to run. */
final class FunctionAccess {

    private static final Set<String> HOUSEKEEPING = Set.of("logs", "ec2", "xray");

    /** What a role needs to read the stream of any table, of no table in particular. */
    private static final String LIST_STREAMS = "dynamodb:ListStreams";

    /** Of whom a document that cannot be read may speak. */
    private static final Map<String, String> TYPES = Map.of(
            "aws_dynamodb_table", "dynamodb",
            "aws_sns_topic", "sns",
            "aws_sqs_queue", "sqs",
            "aws_s3_bucket", "s3",
            "aws_secretsmanager_secret", "secretsmanager");

    private final Infrastructure infrastructure;
    private final AccessWording wording;

    FunctionAccess(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
        this.wording = new AccessWording(infrastructure);
    }

    /**
     * A thing that is used.
     *
     * @param key the same for the same thing
     * @param service as IAM has it: {@code dynamodb}
     * @param verbs what may be done: {@code read}, {@code write}, or an action's own name
     */
    record Grant(String key, String service, String name, SortedSet<String> verbs) {

        Grant {
            verbs = Collections.unmodifiableSortedSet(new TreeSet<>(verbs));
        }

        Grant with(String verb) {
            SortedSet<String> more = new TreeSet<>(verbs);
            more.add(verb);
            return new Grant(key, service, name, more);
        }
    }

    /** What {@code function} may use, sorted. */
    List<Grant> of(Resource function) {
        TreeMap<String, Grant> found = new TreeMap<>();
        if (infrastructure.follow(function.get("role"), "aws_iam_role") instanceof ReferenceTarget.To role) {
            documents(role.resource()).forEach(document -> read(document, found));
        }
        return List.copyOf(found.values());
    }

    private List<Value> documents(Resource role) {
        List<Value> documents = new ArrayList<>();
        role.get("inline_policy").items().forEach(inline -> documents.add(inline.get("policy")));
        Stream.of("aws_iam_role_policy", "aws_iam_role_policy_attachment")
                .flatMap(type -> infrastructure.ofType(type).stream())
                .filter(policy ->
                        infrastructure.follow(policy.get("role"), "aws_iam_role") instanceof ReferenceTarget.To to
                                && to.resource().isSame(role))
                .forEach(policy -> documents.add(document(policy)));
        return documents;
    }

    private Value document(Resource policy) {
        if (policy.is("aws_iam_role_policy")) {
            return policy.get("policy");
        }
        return infrastructure.follow(policy.get("policy_arn"), "aws_iam_policy") instanceof ReferenceTarget.To to
                ? to.resource().get("policy")
                : Value.absent();
    }

    private void read(Value document, Map<String, Grant> found) {
        Optional<Value> read = JsonText.read(document).or(() -> JsonText.read(infrastructure.resolve(document)));
        if (read.isEmpty()) {
            document.references().forEach(reference -> refer(reference, found));
            return;
        }
        for (Value statement : read.get().get("Statement").items()) {
            if (statement.get("Effect").is("Allow")) {
                statement.get("Action").items().forEach(action -> allow(wording.text(action), statement, found));
            }
        }
    }

    /** A plan does not know a document that holds ARNs, but which resources it is made from. */
    private void refer(Value.Reference reference, Map<String, Grant> found) {
        Optional<Resource> resource = infrastructure.find(reference.address());
        Optional<String> service = resource.map(Resource::type).map(TYPES::get);
        if (resource.isPresent() && service.isPresent()) {
            String name = wording.name(resource.get(), "name");
            found.putIfAbsent(
                    resource.get().address(),
                    new Grant(resource.get().address(), service.get(), name, new TreeSet<>(List.of("not known yet"))));
        }
    }

    private void allow(String action, Value statement, Map<String, Grant> found) {
        String service = action.contains(":") ? action.substring(0, action.indexOf(':')) : action;
        if (!HOUSEKEEPING.contains(service.toLowerCase(Locale.ROOT)) && !action.equals(LIST_STREAMS)) {
            String verb = verb(service, action.substring(action.indexOf(':') + 1));
            statement.get("Resource").items().forEach(on -> add(service, verb, on, found));
        }
    }

    private void add(String service, String verb, Value on, Map<String, Grant> found) {
        ReferenceTarget followed = infrastructure.follow(on);
        String name = followed instanceof ReferenceTarget.To to ? wording.name(to.resource(), "name") : lastPart(on);
        String key = followed instanceof ReferenceTarget.To to ? to.resource().address() : service + " " + name;
        Grant before = found.getOrDefault(key, new Grant(key, service, name, new TreeSet<>()));
        found.put(key, before.with(verb));
    }

    /** Of an ARN, what comes after the account. */
    private String lastPart(Value on) {
        String text = wording.text(on);
        return text.equals("*") ? "any resource" : text.replaceFirst("^arn:[^:]*:[^:]*:[^:]*:[^:]*:", "");
    }

    private static String verb(String service, String action) {
        if (!service.equals("dynamodb") && !service.equals("s3")) {
            return action;
        }
        return action.matches("(BatchGet|Get|Query|Scan|List|Describe|ConditionCheck).*") ? "read" : "write";
    }
}
