package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A REST API answers by a stage, which shows what a deployment found when it was made. */
final class ApiNeverDeployed {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "api-never-deployed",
                    Severity.ERROR,
                    "a REST API that is deployed to no stage, or before it is whole",
                    ApiNeverDeployed::judge)
            .fixedInFile(
                    "set `definition = \"resources\"`, whose deployment waits for what own Terraform adds to the API");

    private static final String DEPLOYMENT = "aws_api_gateway_deployment";

    private ApiNeverDeployed() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.resource().is("aws_api_gateway_rest_api") && !api.routes().isEmpty()) {
                judge(infrastructure, api, report);
            }
        }
        for (Resource deployment : infrastructure.ofType("aws_apigatewayv2_deployment")) {
            if (deployment.dependencies().stream().noneMatch(one -> one.contains("aws_apigatewayv2_route."))) {
                report.error(
                        Place.of(deployment),
                        "deployment `" + deployment.address()
                                + "` waits for no route: AWS refuses it while there is none",
                        "hash the routes in `triggers`, or name them in `depends_on`");
            }
        }
    }

    private static void judge(Infrastructure infrastructure, Api api, TerraformReport report) {
        boolean certain = infrastructure.unread().isEmpty();
        List<Resource> deployments = infrastructure.ofType(DEPLOYMENT).stream()
                .filter(one -> isOf(infrastructure, one, api))
                .toList();
        boolean elsewhere = infrastructure.ofType(DEPLOYMENT).stream()
                .anyMatch(one -> !(infrastructure.follow(one.get("rest_api_id")) instanceof ReferenceTarget.To));
        boolean staged = !api.stages().isEmpty()
                || infrastructure.ofType("aws_api_gateway_stage").stream()
                        .anyMatch(
                                one -> !(infrastructure.follow(one.get("rest_api_id")) instanceof ReferenceTarget.To));
        if (!staged && deployments.isEmpty() && certain && !elsewhere) {
            report.error(
                    Place.of(api.resource()),
                    "`" + api.resource().address() + "` has methods and no stage: nobody can call them",
                    "add an `aws_api_gateway_deployment` and an `aws_api_gateway_stage`");
        }
        for (Resource deployment : deployments) {
            List<String> early = infrastructure.ofType("aws_api_gateway_integration").stream()
                    .filter(one -> one.document().isEmpty() && isOf(infrastructure, one, api))
                    .map(Resource::address)
                    .toList();
            boolean waits = early.isEmpty()
                    || early.stream().anyMatch(one -> reaches(infrastructure, deployment, one, new HashSet<>()));
            boolean isShown = infrastructure.view() == Infrastructure.View.CONFIGURATION
                    || (deployment.dependencies().stream().noneMatch(one -> one.contains("module."))
                            && deployment.module().isEmpty()
                            && isPlain(deployment));
            if (!waits && isShown) {
                report.error(
                        Place.of(deployment),
                        "deployment `" + deployment.address()
                                + "` waits for no integration: it may be made before them, and be refused or empty",
                        "hash methods and integrations in `triggers`, or name them in `depends_on`");
            }
        }
    }

    /** A local value may stand for them all; a plan does not say what it is made of. */
    private static boolean isPlain(Resource deployment) {
        return deployment.get(Deployments.TRIGGERS).items().isEmpty()
                || !deployment.get(Deployments.TRIGGERS).references().isEmpty();
    }

    private static boolean isOf(Infrastructure infrastructure, Resource one, Api api) {
        return infrastructure.follow(one.get("rest_api_id"), "aws_api_gateway_rest_api")
                        instanceof ReferenceTarget.To to
                && to.resource().isSame(api.resource());
    }

    private static boolean reaches(Infrastructure infrastructure, Resource from, String address, Set<String> seen) {
        return from.dependencies().stream()
                .anyMatch(next -> next.equals(address)
                        || (seen.add(next)
                                && infrastructure
                                        .find(next)
                                        .filter(one -> reaches(infrastructure, one, address, seen))
                                        .isPresent()));
    }
}
