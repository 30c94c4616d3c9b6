package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Api;
import dev.tollgate.surface.ApiRoute;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.JsonText;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What a REST API's policy allows to all, without a condition and without a denial, it might as well not say. */
final class ResourcePolicyIneffective {

    static final CheckRule RULE = CheckRule.ofTerraform(
            "resource-policy-ineffective",
            Severity.ERROR,
            "a resource policy that keeps out nobody, or everybody",
            ResourcePolicyIneffective::judge);

    private static final String POLICY = "policy";

    private ResourcePolicyIneffective() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Api api : surface.apis()) {
            if (api.kind() != Api.Kind.REST || !api.resource().is("aws_api_gateway_rest_api")) {
                continue;
            }
            List<Resource> separate = infrastructure.ofType("aws_api_gateway_rest_api_policy").stream()
                    .filter(one -> infrastructure.follow(one.get("rest_api_id"), "aws_api_gateway_rest_api")
                                    instanceof ReferenceTarget.To to
                            && to.resource().isSame(api.resource()))
                    .toList();
            Value own = api.resource().argument(POLICY);
            if (!own.isAbsent()) {
                judge(infrastructure, api, api.resource(), report);
            }
            separate.forEach(one -> judge(infrastructure, api, one, report));
            boolean isPrivate = Texts.of(infrastructure.resolve(
                            api.resource().argument("endpoint_configuration").get("types")))
                    .contains("PRIVATE");
            if (isPrivate && own.isAbsent() && separate.isEmpty()) {
                report.error(
                        Place.of(api.resource(), POLICY),
                        "`" + api.resource().address() + "` is private and has no resource policy: it answers nobody",
                        "allow `execute-api:Invoke` under a condition such as `aws:SourceVpce`");
            }
        }
    }

    private static void judge(Infrastructure infrastructure, Api api, Resource holder, TerraformReport report) {
        Optional<Value> document = JsonText.read(infrastructure.resolve(holder.argument(POLICY)));
        if (document.isEmpty()) {
            return;
        }
        List<Value> statements = document.get().get("Statement").items();
        boolean denies = statements.stream().anyMatch(one -> one.get("Effect").is("Deny"));
        boolean toAll = statements.stream()
                .anyMatch(one -> one.get("Effect").is("Allow")
                        && isAll(one.get("Principal"))
                        && one.get("Condition").isAbsent());
        Place place = Place.of(holder, POLICY);
        boolean isOpen = api.routes().stream().anyMatch(route -> route.access().isOpen() && !route.isPreflight());
        if (toAll && !denies) {
            report.warning(
                    place,
                    "the policy of `" + api.resource().address() + "` allows everybody everything and denies nobody"
                            + (isOpen ? "; some of its methods have no authorization" : ""),
                    "deny what is not from where callers are, under a condition, or leave the policy out");
        }
        if (statements.stream().noneMatch(one -> one.get("Effect").is("Allow")) && !statements.isEmpty()) {
            report.error(
                    place,
                    "the policy of `" + api.resource().address() + "` allows nothing: it answers nobody",
                    "add a statement that allows `execute-api:Invoke`");
        }
        boolean named = statements.stream()
                .filter(one -> one.get("Effect").is("Allow"))
                .allMatch(one -> !one.get("Principal").get("AWS").isAbsent() && !isAll(one.get("Principal")));
        List<String> tokens = api.routes().stream()
                .filter(route -> route.access().token().isPresent())
                .map(ApiRoute::key)
                .toList();
        if (named && !statements.isEmpty() && !tokens.isEmpty()) {
            report.error(
                    place,
                    "the policy of `" + api.resource().address()
                            + "` allows AWS identities alone, and a token is required for "
                            + Wording.listed(new TreeSet<>(tokens)) + ": nobody gets an answer",
                    "allow `\"Principal\": \"*\"`, and deny what is not wanted under a condition");
        }
    }

    private static boolean isAll(Value principal) {
        return principal.is("*") || principal.get("AWS").items().stream().anyMatch(one -> one.is("*"));
    }
}
