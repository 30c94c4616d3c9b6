package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every rule there is, whichever side it sees its mistake from. */
public final class Rules {

    /** The catalogue, in the order of the rules' ids. {@code make golden} lists a rule that was added. */
    public static final List<CheckRule> ALL = List.of(
            AccessLogMissing.RULE,
            AccessLogRefused.RULE,
            AddressCollision.RULE,
            AddressWithoutFlow.RULE,
            AnyTokenAccepted.RULE,
            ApiNeverDeployed.RULE,
            AuthDomainParentMissing.RULE,
            AuthorizationMismatch.RULE,
            AuthorizerCacheUnsafe.RULE,
            AuthorizerIncomplete.RULE,
            CertificateInWrongRegion.RULE,
            CertificateNotValidated.RULE,
            ClientBeforeResourceServer.RULE,
            ClientCredentialsUnusable.RULE,
            ClientRefused.RULE,
            ClientSecretInOutput.RULE,
            ClientWithoutFlow.RULE,
            ConcurrencyWithoutEffect.RULE,
            CorsIncomplete.RULE,
            CorsTooOpen.RULE,
            CredentialsInAccessLog.RULE,
            DataTraceLogging.RULE,
            DefaultEndpointOpen.RULE,
            DefaultMailSender.RULE,
            DependencyNotPacked.RULE,
            DeploymentNotCreatedFirst.RULE,
            DeploymentNotTriggered.RULE,
            DeploymentTriggerUnstable.RULE,
            DnsRecordOverwrites.RULE,
            DomainConflict.RULE,
            DomainOutsideZone.RULE,
            DomainPrefixRefused.RULE,
            DomainWithoutName.RULE,
            DuplicateRoute.RULE,
            EnvironmentTooLarge.RULE,
            ExclusivePolicyAttachment.RULE,
            FeaturePlanTooLow.RULE,
            ForeignIssuer.RULE,
            FragileCertificate.RULE,
            FunctionNameTaken.RULE,
            FunctionPermittedTwice.RULE,
            FunctionSourceMissing.RULE,
            FunctionUrlOpen.RULE,
            HandlerRuntimeMismatch.RULE,
            IamWildcard.RULE,
            IntegrationIncomplete.RULE,
            IntegrationMissing.RULE,
            InvalidRoute.RULE,
            InvokePermissionMissing.RULE,
            InvokePermissionTooWide.RULE,
            InvokePolicyTooLarge.RULE,
            ItemsUnreadable.RULE,
            JwtAudienceMissing.RULE,
            LogRetentionMissing.RULE,
            LoggingWithoutAccountRole.RULE,
            MovedKeyMissing.RULE,
            NameTooLong.RULE,
            NoRoutes.RULE,
            NoThrottling.RULE,
            OauthSwitchedOff.RULE,
            OldTls.RULE,
            OpenByOmission.RULE,
            OverwrittenByDocument.RULE,
            OwnTerraformUnusable.RULE,
            PackageTooLarge.RULE,
            PeopleWithoutMfa.RULE,
            PlaintextCredential.RULE,
            PoolAttributeImpossible.RULE,
            PreflightBlocked.RULE,
            QuotaExceeded.RULE,
            RecordBypassesDomain.RULE,
            RedirectWithoutCallback.RULE,
            RedirectWithoutScope.RULE,
            RefreshShorterThanAccess.RULE,
            ReservedPath.RULE,
            ReservedVariable.RULE,
            ResourcePolicyIneffective.RULE,
            RoleTrustTooWide.RULE,
            RouteStillAnswered.RULE,
            RouteWithoutAuthorization.RULE,
            RoutesAsResources.RULE,
            RuntimeDeprecated.RULE,
            SameDomain.RULE,
            ScopeWithoutOpenid.RULE,
            ScopesWithoutFlow.RULE,
            SecondFactorMissing.RULE,
            SecretInFunctionEnvironment.RULE,
            SecretInPackage.RULE,
            SecretInPlainParameter.RULE,
            SelfSignUpOpen.RULE,
            SelfWrittenClaim.RULE,
            SharedResponse.RULE,
            SignUpUnconfirmed.RULE,
            StageNeverDeploys.RULE,
            StatefulResourceReplaced.RULE,
            TableKeyRepeated.RULE,
            TableUnprotected.RULE,
            TimeoutExceedsGateway.RULE,
            TokenEndpointMissing.RULE,
            TokenLifetimeOutOfBounds.RULE,
            TokenRevocationOff.RULE,
            UnknownAttribute.RULE,
            UnknownFunction.RULE,
            UnknownIdentityProvider.RULE,
            UnknownScope.RULE,
            UnknownSource.RULE,
            UnknownTable.RULE,
            UnpackableFile.RULE,
            UnreachableRoute.RULE,
            UnsafeOauthFlow.RULE,
            UnsupportedByKind.RULE,
            UnsupportedInRegion.RULE,
            UnusedFunction.RULE,
            UnusedIdentityProvider.RULE,
            UnusedScope.RULE,
            UnusedTable.RULE,
            UsagePlanUnbound.RULE,
            UserExistenceDisclosed.RULE,
            UserPoolDeletable.RULE,
            UserPoolMissing.RULE,
            UserPoolReplaceable.RULE,
            VpcIncomplete.RULE,
            WeakPasswordPolicy.RULE,
            WebAclWithoutEffect.RULE);

    // The one finding of reading that leaves the value in its place: a limit of AWS's that has moved.
    static final String READING = "invalid-value";

    private Rules() {}

    /** All there is a page of: the rules, and what is reported without being judged; sorted by id. */
    public static List<CheckRule> described() {
        return Stream.concat(ALL.stream(), Others.ALL.stream())
                .sorted(Comparator.comparing(CheckRule::id))
                .toList();
    }

    /** The rule that is called {@code id} now. */
    public static Optional<CheckRule> find(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The rules that are called {@code id}, or were once: a mistake may have been split since. */
    public static List<CheckRule> named(String id) {
        return ALL.stream()
                .filter(rule -> rule.id().equals(id) || rule.formerly().contains(id))
                .toList();
    }

    /** All rules' ids, sorted. */
    public static SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        ALL.forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    /** The rules that see their mistake in Terraform. */
    public static List<CheckRule> ofTerraform() {
        return ALL.stream().filter(rule -> rule.terraform().isPresent()).toList();
    }

    /** The rules that see their mistake in an environment file. */
    public static List<CheckRule> ofFile() {
        return ALL.stream().filter(rule -> rule.file().isPresent()).toList();
    }

    /** Every id that a suppression may name, and what it was called once. */
    public static SortedMap<String, List<String>> suppressible() {
        SortedMap<String, List<String>> names = new TreeMap<>();
        names.put(READING, List.of());
        names.put(NameShared.ID, List.of());
        ALL.forEach(rule -> names.put(rule.id(), rule.formerly()));
        return names;
    }
}
