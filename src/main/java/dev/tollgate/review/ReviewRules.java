package dev.tollgate.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that a review looks for. */
public final class ReviewRules {

    /** The catalogue, the gravest first: in this order a reviewer reads. */
    public static final List<ReviewRule> ALL = List.of(
            NameTaken.RULE,
            ExecutionLogThere.RULE,
            ProtectedDeleted.RULE,
            TableKeyChanged.RULE,
            ExpiryRenamed.RULE,
            TableReplicas.HOLD,
            TableLimitsStay.RULE,
            PoolAttributeChanged.RULE,
            DomainHeldByOtherKind.RULE,
            ForgottenInCycle.RULE,
            ClientReplacedInCycle.RULE,
            PoolDomainRemade.RULE,
            StageMapped.RULE,
            PathVariableRenamed.RULE,
            GreedyAboveOthers.RULE,
            PackageTypeChanged.RULE,
            FirstVariablesUnknown.RULE,
            FirstLayersUnknown.RULE,
            GroupRoleRemoved.RULE,
            AuthorizerInUse.RULE,
            UserPoolLost.RULE,
            TableLost.RULE,
            TableReplicas.LOST,
            RowDeleted.RULE,
            RowReturns.RULE,
            UserLost.RULE,
            AppClientLost.RULE,
            PoolDomainLost.RULE,
            CustomDomainLost.RULE,
            ResourceServerLost.RULE,
            LogGroupLost.RULE,
            RouteOpened.RULE,
            OpenRouteAdded.RULE,
            ScopeDemandDropped.RULE,
            AuthorizerSwapped.RULE,
            AuthorizerTrustsMore.RULE,
            SelfSignUpOpened.RULE,
            FurtherScopeAccepted.RULE,
            ClientGainsScope.RULE,
            ClientGainsFlow.RULE,
            CorsWidened.RULE,
            DefaultEndpointOpened.RULE,
            EndpointOpened.RULE,
            Weakened.rule(Protection.MUTUAL_TLS),
            Weakened.rule(Protection.API_KEY),
            Weakened.rule(Protection.RESOURCE_POLICY),
            GuardRemoved.POLICY,
            Weakened.rule(Protection.MFA),
            Weakened.rule(Protection.THREATS),
            Weakened.rule(Protection.PASSWORDS),
            CallbackAdded.RULE,
            TokenValidityLengthened.RULE,
            Weakened.rule(Protection.REVOCATION),
            Weakened.rule(Protection.EXISTENCE),
            Weakened.rule(Protection.POOL_DELETION),
            Weakened.rule(Protection.TABLE_DELETION),
            Weakened.rule(Protection.RECOVERY),
            GuardRemoved.FIREWALL,
            Weakened.rule(Protection.VALIDATOR),
            Weakened.rule(Protection.THROTTLE),
            GuardRemoved.LIMITS,
            Weakened.rule(Protection.TLS),
            Weakened.rule(Protection.DATA_TRACE),
            Weakened.rule(Protection.ACCESS_LOG),
            ApiReplaced.RULE,
            RouteRemoved.RULE,
            RouteClosed.RULE,
            ScopeDemanded.RULE,
            AuthorizerTrustsLess.RULE,
            ClientLosesScope.RULE,
            ClientLosesFlow.RULE,
            TokenValidityShortened.RULE,
            PayloadVersionChanged.RULE,
            AccessTokensRefused.RULE,
            Weakened.PERIMETER_CLOSED,
            CallbackAdded.REMOVED,
            ParameterLost.RULE,
            RegionMoved.RULE,
            StageRenamed.RULE,
            Forgotten.RULE,
            Forgotten.PARTS,
            CorsNarrowed.RULE,
            DefaultEndpointClosed.RULE,
            PrivilegeGained.RULE,
            PrivilegeLost.RULE,
            Weakened.STRENGTHENED,
            EstateBegins.RULE,
            Redeployed.RULE,
            KeptByDeployment.RULE,
            Drifted.RULE,
            DriftUnseen.RULE);

    private static final List<String> IDS = ALL.stream().map(ReviewRule::id).toList();

    private static final Comparator<Remark> ORDER = Comparator.comparing(Remark::kind)
            .thenComparing(remark -> IDS.indexOf(remark.finding().rule()))
            .thenComparing(remark -> remark.finding().subject())
            .thenComparing(Remark::finding);

    private ReviewRules() {}

    /** What all rules say of {@code comparison}, what a reviewer has to see first at the top. */
    static List<Remark> judge(Comparison comparison, String file) {
        List<Remark> remarks = new ArrayList<>();
        for (ReviewRule rule : ALL) {
            ReviewReport report = new ReviewReport(rule, file);
            rule.judgement().judge(comparison, report);
            remarks.addAll(report.remarks());
        }
        return remarks.stream().sorted(ORDER).toList();
    }
}
