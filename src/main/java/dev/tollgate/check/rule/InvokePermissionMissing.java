package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Authorizer;
import dev.tollgate.surface.CalledFunction;
import dev.tollgate.surface.Integration;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;

/** A function answers a service only where one of its permissions says so: for that API, stage, method and path. */
final class InvokePermissionMissing {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "invoke-permission-missing",
            Severity.ERROR,
            "a function that its API or user pool may not invoke",
            InvokePermissionMissing::judge);

    private static final String GATEWAY = "apigateway.amazonaws.com";
    private static final String COGNITO = "cognito-idp.amazonaws.com";

    private final Infrastructure infrastructure;
    private final TerraformReport report;
    private final List<InvokePermission> permissions;

    private InvokePermissionMissing(Infrastructure infrastructure, TerraformReport report) {
        this.infrastructure = infrastructure;
        this.report = report;
        this.permissions = infrastructure.ofType("aws_lambda_permission").stream()
                .map(resource -> InvokePermission.of(infrastructure, resource))
                .toList();
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        InvokePermissionMissing judgement = new InvokePermissionMissing(infrastructure, report);
        for (Api api : surface.apis()) {
            api.routes().forEach(route -> judgement.route(api, route));
            api.authorizers().forEach(authorizer -> judgement.authorizer(api, authorizer));
        }
        infrastructure.ofType("aws_cognito_user_pool").forEach(judgement::triggers);
    }

    private void route(Api api, ApiRoute route) {
        Optional<Integration> integration = route.integration()
                .filter(Integration.Lambda.class::isInstance)
                .filter(one -> !one.resource().isSame(api.resource()))
                .filter(one -> isUnsigned(one.resource(), "credentials", "credentials_arn"));
        Optional<Resource> function = integration.flatMap(Integration::function);
        if (function.isEmpty()) {
            return;
        }
        List<String> calls = api.stages().isEmpty()
                ? List.of(tail("*", "GET", route))
                : api.stages().stream()
                        .map(stage -> tail(stage(stage), "GET", route))
                        .toList();
        judge(
                new Call(Place.of(integration.get().resource()), GATEWAY, source(api, tail("*", "*", route))),
                "`" + api.resource().address() + "` may not invoke it for `" + route.key() + "`",
                function.get(),
                permission -> permission.lets(GATEWAY)
                        && calls.stream().allMatch(call -> permission.isFor(api.resource(), call)));
    }

    private String stage(Resource stage) {
        return infrastructure
                .resolve(stage.get(stage.type().equals("aws_api_gateway_stage") ? "stage_name" : "name"))
                .text()
                .orElse("*");
    }

    /** Of a call; {@code any} is the method where the route has every one. */
    private static String tail(String stage, String any, ApiRoute route) {
        String method = route.method().isEmpty() ? "" : "/" + (route.method().equals("ANY") ? any : route.method());
        return "/" + stage + method + (route.path().startsWith("/") ? route.path() : "/" + route.path());
    }

    private void authorizer(Api api, Authorizer authorizer) {
        Resource resource = authorizer.resource();
        if (!(authorizer.kind() instanceof Authorizer.Lambda)
                || resource.isSame(api.resource())
                || !isUnsigned(resource, "authorizer_credentials", "authorizer_credentials_arn")
                || !(infrastructure.follow(resource.argument("authorizer_uri"), InvokePermission.FUNCTIONS)
                        instanceof ReferenceTarget.To to)) {
            return;
        }
        String id = infrastructure.resolve(resource.get("id")).text().orElse("x");
        judge(
                new Call(Place.of(resource, "authorizer_uri"), GATEWAY, source(api, "/authorizers/*")),
                "authorizer `" + resource.address() + "` may not invoke it",
                to.resource(),
                permission -> permission.lets(GATEWAY) && permission.isFor(api.resource(), "/authorizers/" + id));
    }

    private void triggers(Resource pool) {
        for (Value block : pool.argument("lambda_config").items()) {
            if (block instanceof Value.Mapping mapping) {
                mapping.members().forEach((name, value) -> {
                    if (infrastructure.follow(
                                    value.items().size() == 1 && name.endsWith("_config")
                                            ? value.get("lambda_arn")
                                            : value,
                                    InvokePermission.FUNCTIONS)
                            instanceof ReferenceTarget.To to) {
                        judge(
                                new Call(
                                        Place.of(pool, "lambda_config", name),
                                        COGNITO,
                                        "${" + pool.address() + ".arn}"),
                                "user pool `" + pool.address() + "` may not invoke it for `" + name + "`",
                                to.resource(),
                                permission -> permission.lets(COGNITO) && permission.isForPool(pool));
                    }
                });
            }
        }
    }

    /** As a permission names it: variables of a path are asterisks there. */
    private static String source(Api api, String tail) {
        return "${" + api.resource().address() + ".execution_arn}" + tail.replaceAll("\\{[^}]*}", "*");
    }

    private boolean isUnsigned(Resource caller, String... credentials) {
        return List.of(credentials).stream()
                .allMatch(name -> caller.argument(name).isAbsent());
    }

    private interface Letting {
        boolean by(InvokePermission permission);
    }

    /**
     * A call that a permission has to allow.
     *
     * @param source as a permission's {@code source_arn} names it
     */
    private record Call(Place place, String principal, String source) {

        String hint(String qualifier) {
            return "add an `aws_lambda_permission` with `principal = \"" + principal + "\"`"
                    + (qualifier.isEmpty() ? "" : ", `qualifier = \"" + qualifier + "\"`")
                    + " and `source_arn = \"" + source + "\"`";
        }
    }

    private void judge(Call call, String what, Resource called, Letting letting) {
        CalledFunction target = CalledFunction.of(infrastructure, called);
        if (!target.function().is("aws_lambda_function")) {
            return;
        }
        boolean isLet = permissions.stream().anyMatch(one -> one.isOf(target) && letting.by(one));
        if (isLet) {
            return;
        }
        boolean certain =
                infrastructure.unread().isEmpty() && permissions.stream().allMatch(InvokePermission::isCertain);
        if (certain) {
            report.error(
                    call.place(),
                    "function `" + target.function().address() + "` has no permission for this call: " + what
                            + (target.qualifier().isEmpty() ? "" : " by its alias"),
                    call.hint(target.qualifier()));
        } else {
            report.undecided(call.place(), "whose permission one is, is not known");
        }
    }
}
