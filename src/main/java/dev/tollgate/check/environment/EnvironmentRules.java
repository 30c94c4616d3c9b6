package dev.tollgate.check.environment;

import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.ProjectFiles;
import dev.tollgate.check.Report;
import dev.tollgate.check.Suppressions;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Origins;
import dev.tollgate.model.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every rule over an Environment, and all of them at once. */
public final class EnvironmentRules {

    /** The catalogue, in the order of the rules' ids. */
    public static final List<EnvironmentRule> ALL = List.of(
            AddressCollision.RULE,
            AnyTokenAccepted.RULE,
            AuthDomainParentMissing.RULE,
            ClientCredentialsWithOpenid.RULE,
            ClientCredentialsWithUserFlow.RULE,
            ClientCredentialsWithoutScope.RULE,
            ClientCredentialsWithoutSecret.RULE,
            ClientWithoutFlow.RULE,
            CorsIncomplete.RULE,
            CorsTooOpen.RULE,
            DomainConflict.RULE,
            DomainOutsideZone.RULE,
            DuplicateRoute.RULE,
            EnvironmentTooLarge.RULE,
            FunctionSourceMissing.RULE,
            HandlerRuntimeMismatch.RULE,
            IamWildcard.RULE,
            ImplicitFlow.RULE,
            InvokePolicyTooLarge.RULE,
            ItemsUnreadable.RULE,
            LoggingWithoutAccountRole.RULE,
            NameTooLong.RULE,
            NoRoutes.RULE,
            PlaintextCredential.RULE,
            PreflightBlocked.RULE,
            QuotaExceeded.RULE,
            RedirectWithoutCallback.RULE,
            RedirectWithoutScope.RULE,
            RefreshShorterThanAccess.RULE,
            ReservedVariable.RULE,
            RuntimeDeprecated.RULE,
            SameDomain.RULE,
            ScopesWithoutFlow.RULE,
            SelfSignUpOpen.RULE,
            TableKeyRepeated.RULE,
            TimeoutExceedsGateway.RULE,
            TokenEndpointMissing.RULE,
            UnknownFunction.RULE,
            UnknownScope.RULE,
            UnknownTable.RULE,
            UnreachableRoute.RULE,
            UnsafeCallbackUrl.RULE,
            UnsupportedByKind.RULE,
            UnusedFunction.RULE,
            UnusedScope.RULE,
            UnusedTable.RULE,
            UserPoolMissing.RULE,
            VpcIncomplete.RULE);

    // Of what reading a file finds, only this leaves a whole Environment to go on with: a limit of AWS's that has
    // moved.
    private static final String SUPPRESSIBLE_READING_RULE = "invalid-value";

    private EnvironmentRules() {}

    /**
     * Everything there is to say about {@code environment}, sorted, suppressions applied.
     *
     * @param reading what reading the environment's files found
     */
    public static List<Finding> judge(
            Environment environment, Origins origins, ProjectFiles files, List<Finding> reading) {
        List<Finding> findings = new ArrayList<>(reading);
        for (EnvironmentRule rule : ALL) {
            Report report = new Report(rule.id(), origins, files);
            rule.judge(environment, report);
            findings.addAll(report.findings());
        }
        List<String> ids = Stream.concat(ALL.stream().map(EnvironmentRule::id), Stream.of(SUPPRESSIBLE_READING_RULE))
                .toList();
        return Suppressions.apply(findings, environment, origins, ids, ids);
    }
}
