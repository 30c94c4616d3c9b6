package dev.tollgate.check.rule;

import dev.tollgate.surface.CalledFunction;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An {@code aws_lambda_permission}. What is not known of it counts as letting in: whoever says that a call is refused
 * has to know.
 *
 * @param function whose it is; empty where that is made elsewhere, or not known
 * @param qualifier the alias or version; unknown where that is
 */
record InvokePermission(Infrastructure infrastructure, Resource resource, ReferenceTarget function, Value qualifier) {

    static final String[] FUNCTIONS = {"aws_lambda_function", "aws_lambda_alias"};

    /** What a permission's ARN has before the stage. */
    private static final Pattern EXECUTE = Pattern.compile("arn:[^:]*:execute-api:[^:]*:[^:]*:[^/]*");

    static InvokePermission of(Infrastructure infrastructure, Resource permission) {
        return new InvokePermission(
                infrastructure,
                permission,
                infrastructure.follow(permission.get("function_name"), FUNCTIONS),
                infrastructure.resolve(permission.argument("qualifier")));
    }

    /** Whether it is known whose permission it is, be it one that is made elsewhere. */
    boolean isCertain() {
        return function instanceof ReferenceTarget.To
                || (function instanceof ReferenceTarget.Elsewhere elsewhere && elsewhere.isKnown());
    }

    boolean isOf(CalledFunction target) {
        if (!(function instanceof ReferenceTarget.To to)) {
            return false;
        }
        CalledFunction own = CalledFunction.of(infrastructure, to.resource());
        String named = qualifier.text().orElse("");
        boolean isQualified = qualifier.isCertain()
                ? (named.isEmpty() ? own.qualifier() : named).equals(target.qualifier())
                : !target.qualifier().isEmpty();
        return own.function().isSame(target.function()) && isQualified;
    }

    /** Whether it is for {@code service}, and for invoking. */
    boolean lets(String service) {
        Value principal = infrastructure.resolve(resource.get("principal"));
        Value action = infrastructure.resolve(resource.get("action"));
        boolean isFor = !principal.isCertain() || principal.is(service) || principal.is("*");
        return isFor && (!action.isCertain() || action.is("lambda:InvokeFunction") || action.is("lambda:*"));
    }

    /** Whether its source takes in {@code call} of {@code api}, such as {@code /live/GET/books}. */
    boolean isFor(Resource api, String call) {
        Value source = infrastructure.resolve(resource.argument("source_arn"));
        if (source.isAbsent()) {
            return true;
        }
        if (source.text().isPresent()) {
            String arn = source.text().get();
            String id = infrastructure.resolve(api.get("id")).text().orElse("");
            boolean isOther =
                    !id.isEmpty() && !arn.contains(":" + id) && !arn.matches("arn:[^:]*:execute-api:[^:]*:[^:]*:\\*.*");
            return EXECUTE.matcher(arn).lookingAt()
                    && !isOther
                    && takesIn(EXECUTE.matcher(arn).replaceFirst(""), call);
        }
        List<Value.Reference> references = source.references();
        boolean executes = references.isEmpty()
                || references.stream()
                        .anyMatch(one -> !one.attribute().equals("arn")
                                && !one.attribute().equals("id"));
        boolean isOther = infrastructure.follow(source, "aws_api_gateway_rest_api", "aws_apigatewayv2_api")
                        instanceof ReferenceTarget.To to
                && !to.resource().isSame(api);
        return executes
                && !isOther
                && tail(source).map(tail -> takesIn(tail, call)).orElse(true);
    }

    /**
     * What follows the API in a text that begins with a reference to it; a stage's own reference counts for its name.
     */
    private Optional<String> tail(Value source) {
        if (source instanceof Value.Reference reference) {
            return Optional.of("").filter(nothing -> reference.attribute().equals("execution_arn"));
        }
        boolean isApi = source instanceof Value.Template template
                && template.parts().size() == 2
                && template.parts().get(0) instanceof Value.Reference reference
                && reference.attribute().equals("execution_arn")
                && !reference.address().contains("_stage.");
        return isApi ? ((Value.Template) source).parts().get(1).text() : Optional.empty();
    }

    /** {@code *} stands for anything; a parameter may be written as such. */
    private static boolean takesIn(String tail, String call) {
        if (tail.isEmpty()) {
            return false;
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : tail.replaceAll("\\{[^}]*}", "*").split("((?<=[*?])|(?=[*?]))", -1)) {
            pattern.append(part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part));
        }
        return call.startsWith("/*/") ? isAnyStage(tail, call) : call.matches(pattern.toString());
    }

    private static boolean isAnyStage(String tail, String call) {
        int second = tail.indexOf('/', 1);
        return second < 0 || takesIn("/live" + tail.substring(second), "/live" + call.substring(2));
    }

    /** Whether its source is {@code pool}. */
    boolean isForPool(Resource pool) {
        Value source = resource.argument("source_arn");
        ReferenceTarget followed = infrastructure.follow(source, "aws_cognito_user_pool");
        return source.isAbsent()
                || !(followed instanceof ReferenceTarget.To to)
                || to.resource().isSame(pool);
    }
}
