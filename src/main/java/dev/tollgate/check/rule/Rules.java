package dev.tollgate.check.rule;

import dev.tollgate.check.CheckRule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule there is, whichever side it sees its mistake from. */
public final class Rules {

    /**
     * Those that see their mistake in an environment file, some in Terraform too, in the order of their ids. Judging a
     * file loads no other. {@code make golden} lists a rule that was added.
     */
    static final List<CheckRule> OF_FILE = List.of(
            AddressCollision.RULE,
            AddressWithoutFlow.RULE,
            AnyTokenAccepted.RULE,
            AuthDomainParentMissing.RULE,
            ClientCredentialsUnusable.RULE,
            ClientWithoutFlow.RULE,
            ConcurrencyWithoutEffect.RULE,
            CorsIncomplete.RULE,
            CorsTooOpen.RULE,
            DefaultMailSender.RULE,
            DependencyNotPacked.RULE,
            DomainConflict.RULE,
            DomainOutsideZone.RULE,
            DomainWithoutName.RULE,
            DuplicateRoute.RULE,
            EnvironmentTooLarge.RULE,
            ForeignIssuer.RULE,
            FunctionNameTaken.RULE,
            FunctionPermittedTwice.RULE,
            FunctionSourceMissing.RULE,
            HandlerRuntimeMismatch.RULE,
            IamWildcard.RULE,
            InvokePolicyTooLarge.RULE,
            ItemsUnreadable.RULE,
            LoggingWithoutAccountRole.RULE,
            MovedKeyMissing.RULE,
            NameTooLong.RULE,
            NoRoutes.RULE,
            OverwrittenByDocument.RULE,
            OwnTerraformUnusable.RULE,
            PackageTooLarge.RULE,
            PoolAttributeImpossible.RULE,
            PreflightBlocked.RULE,
            QuotaExceeded.RULE,
            RedirectWithoutCallback.RULE,
            RedirectWithoutScope.RULE,
            RefreshShorterThanAccess.RULE,
            ReservedPath.RULE,
            ReservedVariable.RULE,
            RoutesAsResources.RULE,
            RuntimeDeprecated.RULE,
            SameDomain.RULE,
            ScopeWithoutOpenid.RULE,
            ScopesWithoutFlow.RULE,
            SecretInFunctionEnvironment.RULE,
            SecretInPackage.RULE,
            SelfSignUpOpen.RULE,
            SignUpUnconfirmed.RULE,
            TableKeyRepeated.RULE,
            TimeoutExceedsGateway.RULE,
            TokenEndpointMissing.RULE,
            UnknownAttribute.RULE,
            UnknownFunction.RULE,
            UnknownIdentityProvider.RULE,
            UnknownLayer.RULE,
            UnknownScope.RULE,
            UnknownSource.RULE,
            UnknownTable.RULE,
            UnpackableFile.RULE,
            UnreachableRoute.RULE,
            UnsafeOauthFlow.RULE,
            UnsignedPackage.RULE,
            UnsupportedByKind.RULE,
            UnsupportedInRegion.RULE,
            UnusedFunction.RULE,
            UnusedLayer.RULE,
            UnusedScope.RULE,
            UnusedTable.RULE,
            UserPoolDeletable.RULE,
            UserPoolMissing.RULE,
            VpcIncomplete.RULE);

    // The one finding of reading that leaves the value in its place: a limit of AWS's that has moved.
    static final String READING = "invalid-value";

    private Rules() {}

    /** The catalogue, in the order of the rules' ids. */
    public static List<CheckRule> all() {
        return Stream.concat(OF_FILE.stream(), TerraformRules.ALL.stream())
                .sorted(Comparator.comparing(CheckRule::id))
                .toList();
    }

    /** All there is a page of: the rules, and what is reported without being judged; sorted by id. */
    public static List<CheckRule> described() {
        return Stream.concat(all().stream(), Others.ALL.stream())
                .sorted(Comparator.comparing(CheckRule::id))
                .toList();
    }

    /** The ids of those. */
    public static SortedSet<String> describedIds() {
        return described().stream().map(CheckRule::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rule that is called {@code id} now. */
    public static Optional<CheckRule> find(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The rules that are called {@code id}, or were once: a mistake may have been split since. */
    public static List<CheckRule> named(String id) {
        return all().stream()
                .filter(rule -> rule.id().equals(id) || rule.formerly().contains(id))
                .toList();
    }

    /** All rules' ids, sorted. */
    public static SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>();
        all().forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    /** The rules that see their mistake in Terraform. */
    public static List<CheckRule> ofTerraform() {
        return all().stream().filter(rule -> rule.terraform().isPresent()).toList();
    }

    /** Every id that a suppression may name, and what it was called once. */
    public static SortedMap<String, List<String>> suppressible() {
        SortedMap<String, List<String>> names = names(all());
        names.put(READING, List.of());
        names.put(NameShared.ID, List.of());
        return names;
    }

    /** The ids of {@code rules}, and what each was called once. */
    static SortedMap<String, List<String>> names(List<CheckRule> rules) {
        SortedMap<String, List<String>> names = new TreeMap<>();
        rules.forEach(rule -> names.put(rule.id(), rule.formerly()));
        return names;
    }
}
