package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import dev.tollgate.check.TerraformReport;
import dev.tollgate.check.Wording;
import dev.tollgate.finding.Severity;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Value;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A grant of more than is used is what an attacker gets with a function. */
final class IamWildcard {

    static final CheckRule RULE = CheckRule.ofTerraform(
                    "iam-wildcard", Severity.ERROR, "a permission that is too wide", IamWildcard::judge)
            .andOfFile(IamWildcardInFile::judge);

    /** Actions that know no resource. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
    private static final Pattern WITHOUT_RESOURCE = Pattern.compile(
            "[a-z0-9-]+:(Describe|List)\\w*|ec2:(Create|Delete|Assign|Unassign)(NetworkInterface|PrivateIpAddresses)"
                    + "|xray:Put(TraceSegments|TelemetryRecords)|xray:GetSampling\\w+|cloudwatch:PutMetricData"
                    + "|ecr:GetAuthorizationToken|sts:GetCallerIdentity"
                    + "|textract:(AnalyzeDocument|AnalyzeExpense|AnalyzeID|DetectDocumentText|Get\\w+|Start\\w+)"
                    + "|rekognition:(Detect(Faces|Labels|ModerationLabels|Text)|CompareFaces|RecognizeCelebrities)"
                    + "|comprehend:(BatchDetect|Detect)\\w+|translate:TranslateText|polly:SynthesizeSpeech"
                    + "|transcribe:StartTranscriptionJob|ses:GetSendQuota");

    /** Every resource of a service: {@code *}, or an ARN that names no part of one. */
    private static final Pattern EVERYTHING =
            Pattern.compile("\\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:\\*|arn:[^:]*:[^:]*:[^:]*:\\*:[a-z-]+/\\*");

    private IamWildcard() {}

    private static void judge(Infrastructure infrastructure, Surface surface, TerraformReport report) {
        for (Policies.Policy policy : new Policies(infrastructure).grants()) {
            if (policy.statements().isEmpty()) {
                report.undecided(policy.place(), "its policy is not known");
            }
            policy.statements().orElse(List.of()).stream()
                    .filter(Policies.Statement::isAllowed)
                    .forEach(statement -> judge(policy, statement, report));
        }
    }

    private static void judge(Policies.Policy policy, Policies.Statement statement, TerraformReport report) {
        String subject = "`" + policy.resource().address() + "`";
        if (statement.excludes()) {
            report.error(
                    policy.place(),
                    subject + " allows everything except what it names",
                    "name what is allowed, in `Action` and `Resource`");
        }
        SortedSet<String> actions = new TreeSet<>();
        statement.actions().forEach(action -> action.text().ifPresent(text -> actions.add(text)));
        SortedSet<String> wide = new TreeSet<>(actions);
        wide.removeIf(action -> !action.equals("*") && !action.endsWith(":*"));
        if (!wide.isEmpty()) {
            report.error(
                    policy.place(),
                    subject + " grants " + Wording.listed(wide) + ", every action"
                            + (wide.contains("*") ? "" : " of the service"),
                    "list the actions that are called, such as `dynamodb:GetItem`");
        }
        boolean everything = statement.resources().stream().anyMatch(resource -> resource.text()
                .filter(text -> EVERYTHING.matcher(text).matches())
                .isPresent());
        if (everything && !statement.isConditional()) {
            judgeEverything(policy, actions, report);
        } else if (statement.resources().stream().anyMatch(Value.Unknown.class::isInstance)) {
            report.undecided(policy.place(), "a resource of its policy is not known");
        }
    }

    private static void judgeEverything(Policies.Policy policy, SortedSet<String> actions, TerraformReport report) {
        String subject = "`" + policy.resource().address() + "`";
        SortedSet<String> narrower = new TreeSet<>(actions);
        narrower.removeIf(action -> WITHOUT_RESOURCE.matcher(action).matches());
        if (narrower.contains("iam:PassRole")) {
            report.error(
                    policy.place(),
                    subject + " may pass any role of the account to a service",
                    "name the role that it passes");
        } else if (!narrower.isEmpty()) {
            report.warning(
                    policy.place(),
                    subject + " grants " + Wording.listed(narrower) + " on every resource",
                    "name the resources; if an action supports none, suppress this with the reason");
        }
    }
}
