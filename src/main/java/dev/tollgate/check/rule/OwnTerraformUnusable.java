package dev.tollgate.check.rule;

import dev.tollgate.beside.OwnRestParts;
import dev.tollgate.beside.OwnTerraform;
import dev.tollgate.check.CheckRule;
import dev.tollgate.check.Report;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.finding.Severity;
import dev.tollgate.model.ApiKind;
import dev.tollgate.model.Environment;

/** A folder of own Terraform that cannot be put beside the stack as it is. */
final class OwnTerraformUnusable {

    static final CheckRule RULE = CheckRule.ofFile(
                    "own-terraform-unusable",
                    Severity.ERROR,
                    "Terraform of your own that cannot be put beside the stack",
                    OwnTerraformUnusable::judge)
            .neverAccepted();

    private OwnTerraformUnusable() {}

    private static void judge(Environment environment, Report report) {
        if (environment.terraform().isEmpty()) {
            return;
        }
        OwnTerraform own = report.files().ownTerraform(environment.terraform());
        own.leftBehind()
                .forEach(left -> report.note(
                        KeyPath.of("terraform", left.folder()),
                        "`" + left.shown() + "` is not put beside the stack: it " + left.why(),
                        "delete the file, or leave it: it changes nothing"));
        if (environment.kind() == ApiKind.REST) {
            OwnRestParts.of(own).circular().forEach(part -> circular(part, report));
        }
        for (OwnTerraform.Refused refused : own.refused()) {
            KeyPath folder = KeyPath.of("terraform", refused.folder());
            refused.at()
                    .ifPresentOrElse(
                            at -> report.error(folder, at, refused.message(), refused.hint()),
                            () -> report.error(folder, refused.message(), refused.hint()));
        }
    }

    private static void circular(OwnTerraform.Placed part, Report report) {
        report.error(
                KeyPath.of("terraform", part.file().folder()),
                part.block().location(),
                "`" + part.address() + "` is part of the API and uses its stage or deployment, which are made after it",
                "put what uses them into a resource or a module of its own");
    }
}
