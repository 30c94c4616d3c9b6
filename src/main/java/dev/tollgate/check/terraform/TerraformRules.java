package dev.tollgate.check.terraform;

import dev.tollgate.finding.Finding;
import dev.tollgate.surface.Surface;
import dev.tollgate.terraform.Infrastructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every rule over Terraform JSON, and several of them at once. */
public final class TerraformRules {

    /** The catalogue, in the order of the rules' ids. */
    public static final List<TerraformRule> ALL = List.of(
            AccessLogMissing.RULE,
            AgeingRuntime.RULE,
            AnyIdTokenAccepted.RULE,
            AuthDomainParentMissing.RULE,
            AuthorizerCacheUnsafe.RULE,
            CertificateInWrongRegion.RULE,
            CertificateNotValidated.RULE,
            ClientCredentialsUnusable.RULE,
            ClientSecretInOutput.RULE,
            CorsTooOpen.RULE,
            CredentialsInAccessLog.RULE,
            DataTraceLogging.RULE,
            DefaultEndpointOpen.RULE,
            DeploymentNotCreatedFirst.RULE,
            DeploymentNotTriggered.RULE,
            DeploymentTriggerUnstable.RULE,
            DnsRecordOverwrites.RULE,
            ExclusivePolicyAttachment.RULE,
            ForeignIssuer.RULE,
            FragileCertificate.RULE,
            IamWildcard.RULE,
            IntegrationMissing.RULE,
            InvalidRouteKey.RULE,
            InvokePermissionTooWide.RULE,
            JwtAudienceMissing.RULE,
            LogRetentionMissing.RULE,
            LoggingWithoutAccountRole.RULE,
            NoThrottling.RULE,
            OldTls.RULE,
            OpenByOmission.RULE,
            PeopleWithoutMfa.RULE,
            PlaintextCredential.RULE,
            PreflightBlocked.RULE,
            RecordBypassesDomain.RULE,
            RoleTrustTooWide.RULE,
            RouteWithoutAuthorization.RULE,
            ScopeWithoutResourceServer.RULE,
            SecretInFunctionEnvironment.RULE,
            SecretInPlainParameter.RULE,
            SelfSignUpOpen.RULE,
            StageNeverDeploys.RULE,
            StatefulResourceReplaced.RULE,
            TableUnprotected.RULE,
            TokenLifetimeOutOfBounds.RULE,
            TokenRevocationOff.RULE,
            UnobtainableScope.RULE,
            UnsafeOauthFlow.RULE,
            UserExistenceDisclosed.RULE,
            UserPoolDeletable.RULE,
            UserPoolReplaceable.RULE,
            WeakPasswordPolicy.RULE);

    private TerraformRules() {}

    /** The rule called {@code id}. */
    public static Optional<TerraformRule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What {@code rules} have to say, sorted; at most one note of each about what it could not decide. */
    public static List<Finding> judge(
            List<TerraformRule> rules, Infrastructure infrastructure, Surface surface, History history) {
        List<Finding> findings = new ArrayList<>();
        for (TerraformRule rule : rules) {
            TerraformReport report = new TerraformReport(rule.id(), infrastructure, history);
            rule.judge(infrastructure, surface, report);
            findings.addAll(report.findings());
        }
        return findings.stream().sorted().toList();
    }
}
