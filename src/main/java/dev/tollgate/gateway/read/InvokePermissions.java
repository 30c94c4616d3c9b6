package dev.tollgate.gateway.read;

import dev.tollgate.gateway.engine.InvokeRights;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.CalledFunction;
import dev.tollgate.surface.Integration;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code aws_lambda_permission} lets an API call. */
final class InvokePermissions {

    private static final String FUNCTION = "aws_lambda_function";
    private static final String ANYTHING = "*";
    private static final Set<String> ACTIONS = Set.of("lambda:InvokeFunction", "lambda:*", ANYTHING);
    private static final Set<String> PRINCIPALS = Set.of("apigateway.amazonaws.com", ANYTHING);

    private final Infrastructure infrastructure;
    private final LocalNames names;
    private final Api api;

    InvokePermissions(Infrastructure infrastructure, LocalNames names, Api api) {
        this.infrastructure = infrastructure;
        this.names = names;
        this.api = api;
    }

    /** Whether the function of {@code integration} may be called; one that is made elsewhere has its policy there. */
    InvokeRights of(Integration integration) {
        Optional<CalledFunction> called = integration
                .function()
                .map(one -> CalledFunction.of(infrastructure, one))
                .filter(one -> one.function().mode() == Resource.Mode.MANAGED
                        && one.function().is(FUNCTION));
        boolean byRole = !integration.resource().get("credentials").isUnset()
                || !integration.resource().get("credentials_arn").isUnset();
        if (called.isEmpty() || byRole) {
            return InvokeRights.UNKNOWN;
        }
        List<String> sources = infrastructure.ofType("aws_lambda_permission").stream()
                .filter(permission -> isFor(permission, called.get().function()))
                .filter(permission -> says(permission.get("principal"), PRINCIPALS))
                .filter(permission -> says(permission.get("action"), ACTIONS))
                .filter(permission -> names.text(permission.get("qualifier"))
                        .orElse("")
                        .equals(called.get().qualifier()))
                .map(this::source)
                .toList();
        return new InvokeRights(
                names.text(api.resource().get("execution_arn")).orElseGet(this::madeUp), Optional.of(sources));
    }

    private String madeUp() {
        return "arn:aws:execute-api:" + names.region(api.resource()) + ":" + LocalNames.ACCOUNT + ":"
                + names.apiId(api.resource());
    }

    private boolean isFor(Resource permission, Resource function) {
        Value written = permission.get("function_name");
        if (infrastructure.follow(written) instanceof ReferenceTarget.To to) {
            return to.resource().isSame(function);
        }
        String name = FunctionReader.name(names, function);
        return names.text(written)
                .filter(text -> text.equals(name) || text.endsWith(":function:" + name))
                .isPresent();
    }

    private boolean says(Value value, Set<String> wanted) {
        return names.text(value).map(wanted::contains).orElse(true);
    }

    /** What is not known yet is not held against anybody. */
    private String source(Resource permission) {
        return names.text(permission.get("source_arn")).orElse(ANYTHING);
    }
}
