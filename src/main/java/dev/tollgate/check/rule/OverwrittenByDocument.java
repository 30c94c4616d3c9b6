package dev.tollgate.check.rule;

import dev.tollgate.beside.OwnRestParts;
import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.beside.RestPartTypes;
import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Place;
import dev.tollgate.check.Report;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Definition;
import dev.tollgate.model.Environment;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.ApiDocument;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.ReferenceTarget;
import dev.tollgate.terraform.Resource;
import java.util.List;

/** An API's OpenAPI document replaces what the API has; a resource beside it is gone with its next change. */
final class OverwrittenByDocument {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "overwritten-by-document",
                    Severity.ERROR,
                    "a part of an API that its OpenAPI body deletes",
                    OverwrittenByDocument::judge)
            .andOfFile(OverwrittenByDocument::judgeOwn);

    private static final List<String> OF_HTTP =
            List.of("aws_apigatewayv2_authorizer", "aws_apigatewayv2_integration", "aws_apigatewayv2_route");

    private OverwrittenByDocument() {}

    /** The user's own Terraform beside a REST API that is one document. */
    private static void judgeOwn(Environment environment, Report report) {
        if (environment.terraform().isEmpty()
                || environment.kind() != ApiKind.REST
                || environment.definition() != Definition.OPENAPI) {
            return;
        }
        OwnTerraform own = report.files().ownTerraform(environment.terraform());
        for (OwnTerraform.Placed part : OwnRestParts.of(own).certain()) {
            report.error(
                    KeyPath.of("terraform", part.file().folder()),
                    part.block().location(),
                    "`" + part.address()
                            + "` is part of an API whose routes are one document: it is deleted whenever that changes",
                    "write `definition = \"resources\"`, which takes parts of your own; or write the route in `routes`");
        }
    }

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        RestPartTypes.ALL.forEach(type -> judge(infrastructure, type, "rest_api_id", report));
        OF_HTTP.forEach(type -> judge(infrastructure, type, "api_id", report));
    }

    private static void judge(Infrastructure infrastructure, String type, String owner, TerraformReport report) {
        for (Resource part : infrastructure.ofType(type)) {
            boolean beside = part.document().isEmpty();
            if (beside
                    && infrastructure.follow(part.get(owner)) instanceof ReferenceTarget.To to
                    && ApiDocument.overwrites(to.resource())) {
                report.error(
                        Place.of(part),
                        "`" + part.address() + "` is deleted whenever the body of `"
                                + to.resource().address()
                                + "` changes, and Terraform creates it again only in the next run",
                        "describe it in the body, or remove the body");
            }
        }
    }
}
