package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import java.util.List;

/**
 * The rules that see their mistake in Terraform alone: a list of its own, so that judging a file loads none of them.
 */
final class TerraformRules {

    /** In the order of their ids. {@code make golden} lists a rule that was added. */
    static final List<CheckRule> ALL = List.of(
            AccessLogMissing.RULE,
            AccessLogRefused.RULE,
            ApiNeverDeployed.RULE,
            AuthorizationMismatch.RULE,
            AuthorizerCacheUnsafe.RULE,
            AuthorizerIncomplete.RULE,
            CertificateInWrongRegion.RULE,
            CertificateNotValidated.RULE,
            ClientBeforeResourceServer.RULE,
            ClientRefused.RULE,
            ClientSecretInOutput.RULE,
            CredentialsInAccessLog.RULE,
            DataTraceLogging.RULE,
            DefaultEndpointOpen.RULE,
            DeploymentNotCreatedFirst.RULE,
            DeploymentNotTriggered.RULE,
            DeploymentTriggerUnstable.RULE,
            DnsRecordOverwrites.RULE,
            DomainPrefixRefused.RULE,
            ExclusivePolicyAttachment.RULE,
            FeaturePlanTooLow.RULE,
            FragileCertificate.RULE,
            FunctionUrlOpen.RULE,
            IntegrationIncomplete.RULE,
            IntegrationMissing.RULE,
            InvalidRoute.RULE,
            InvokePermissionMissing.RULE,
            InvokePermissionTooWide.RULE,
            JwtAudienceMissing.RULE,
            LogRetentionMissing.RULE,
            NoThrottling.RULE,
            OauthSwitchedOff.RULE,
            OldTls.RULE,
            OpenByOmission.RULE,
            PeopleWithoutMfa.RULE,
            PlaintextCredential.RULE,
            RecordBypassesDomain.RULE,
            ResourcePolicyIneffective.RULE,
            RoleTrustTooWide.RULE,
            RouteStillAnswered.RULE,
            RouteWithoutAuthorization.RULE,
            SecondFactorMissing.RULE,
            SecretInPlainParameter.RULE,
            SelfWrittenClaim.RULE,
            SharedResponse.RULE,
            StageNeverDeploys.RULE,
            StatefulResourceReplaced.RULE,
            TableUnprotected.RULE,
            TokenLifetimeOutOfBounds.RULE,
            TokenRevocationOff.RULE,
            UnusedIdentityProvider.RULE,
            UsagePlanUnbound.RULE,
            UserExistenceDisclosed.RULE,
            UserPoolReplaceable.RULE,
            WeakPasswordPolicy.RULE,
            WebAclWithoutEffect.RULE);

    private TerraformRules() {}
}
