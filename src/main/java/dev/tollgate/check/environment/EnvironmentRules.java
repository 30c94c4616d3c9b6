package dev.tollgate.check.environment;

import dev.tollgate.check.Acceptance;
import dev.tollgate.check.EnvironmentRule;
import dev.tollgate.check.ProjectFiles;
import dev.tollgate.check.Report;
import dev.tollgate.check.Suppressions;
import dev.tollgate.check.terraform.TerraformRules;
import dev.tollgate.finding.Finding;
import dev.tollgate.finding.Origins;
import dev.tollgate.model.Environment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
            DomainWithoutName.RULE,
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

    // The one finding of reading that leaves the value in its place: a limit of AWS's that has moved.
    private static final String SUPPRESSIBLE_READING_RULE = "invalid-value";

    // Nothing could be synthesized of what these find, so there is nothing to accept.
    private static final Set<String> NOT_SUPPRESSIBLE = Set.of(
            AddressCollision.RULE.id(),
            DomainConflict.RULE.id(),
            DomainWithoutName.RULE.id(),
            DuplicateRoute.RULE.id(),
            FunctionSourceMissing.RULE.id(),
            ItemsUnreadable.RULE.id(),
            TableKeyRepeated.RULE.id(),
            UnknownFunction.RULE.id(),
            UnknownTable.RULE.id(),
            UnsupportedByKind.RULE.id(),
            UserPoolMissing.RULE.id());

    // After one of these, what stands at the subject is not what the user meant.
    private static final Set<String> BREAKING_READING_RULES =
            Set.of("invalid-route", "missing-key", "unknown-key", "wrong-type");

    private EnvironmentRules() {}

    /**
     * Everything there is to say about {@code environment}, sorted, suppressions applied. What could not be read whole
     * is not judged a second time.
     *
     * @param reading what reading the environment's files found
     * @param today the day that suppressions expire by
     */
    public static List<Finding> judge(
            Environment environment, Origins origins, ProjectFiles files, List<Finding> reading, LocalDate today) {
        Set<String> broken = reading.stream()
                .filter(finding -> BREAKING_READING_RULES.contains(finding.rule()))
                .map(Finding::subject)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>(reading);
        for (EnvironmentRule rule : ALL) {
            if (rule.needs().stream().noneMatch(need -> isBroken(need, broken))) {
                Report report = new Report(rule.id(), origins, files);
                rule.judge(environment, report);
                report.findings().stream()
                        .filter(finding -> !broken.contains(finding.subject()))
                        .forEach(findings::add);
            }
        }
        List<String> ids = suppressible();
        Set<String> known = new TreeSet<>(ids);
        TerraformRules.ALL.forEach(rule -> known.add(rule.id()));
        // What a rule of that name finds in the emitted JSON may be what is meant: only `check` sees both.
        List<String> judged =
                ids.stream().filter(id -> TerraformRules.find(id).isEmpty()).toList();
        List<Acceptance> acceptances = Acceptance.of(environment, origins, today);
        return new Suppressions(judged, known, finding -> List.of(finding.subject()))
                .apply(marked(findings, ids, acceptances), acceptances);
    }

    private static List<Finding> marked(List<Finding> findings, List<String> ids, List<Acceptance> acceptances) {
        return new Suppressions(ids, ids, finding -> List.of(finding.subject())).marked(findings, acceptances);
    }

    /** The ids that an environment file may suppress. */
    private static List<String> suppressible() {
        return Stream.concat(ALL.stream().map(EnvironmentRule::id), Stream.of(SUPPRESSIBLE_READING_RULE))
                .filter(id -> !NOT_SUPPRESSIBLE.contains(id))
                .toList();
    }

    /** Whether {@code need}, or what it is part of, or any part of it is among {@code broken}. */
    private static boolean isBroken(String need, Set<String> broken) {
        return broken.stream()
                .anyMatch(subject ->
                        subject.equals(need) || subject.startsWith(need + ".") || need.startsWith(subject + "."));
    }
}
