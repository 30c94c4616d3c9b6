package dev.tollgate.review;

import java.util.ArrayList;
import java.util.List;

/** Everything that a review looks for. */
public final class ReviewRules {

    /** The catalogue, in the order of the rules' ids. */
    public static final List<ReviewRule> ALL = List.of(
            ApiReplaced.RULE,
            AppClientLost.RULE,
            AuthorizerSwapped.RULE,
            AuthorizerTrustsLess.RULE,
            AuthorizerTrustsMore.RULE,
            ClientGainsFlow.RULE,
            ClientGainsScope.RULE,
            ClientLosesFlow.RULE,
            ClientLosesScope.RULE,
            CorsNarrowed.RULE,
            CorsWidened.RULE,
            CustomDomainLost.RULE,
            DefaultEndpointClosed.RULE,
            DefaultEndpointOpened.RULE,
            Drifted.RULE,
            LogGroupLost.RULE,
            OpenRouteAdded.RULE,
            PayloadVersionChanged.RULE,
            PoolDomainLost.RULE,
            PrivilegeGained.RULE,
            PrivilegeLost.RULE,
            Redeployed.RULE,
            ResourceServerLost.RULE,
            RouteClosed.RULE,
            RouteOpened.RULE,
            RouteRemoved.RULE,
            FurtherScopeAccepted.RULE,
            ScopeDemandDropped.RULE,
            ScopeDemanded.RULE,
            SelfSignUpOpened.RULE,
            TableLost.RULE,
            TokenValidityShortened.RULE,
            UserLost.RULE,
            UserPoolLost.RULE);

    private ReviewRules() {}

    /** What all rules say of {@code comparison}, what a reviewer has to see first at the top. */
    static List<Remark> judge(Comparison comparison, String file) {
        List<Remark> remarks = new ArrayList<>();
        for (ReviewRule rule : ALL) {
            ReviewReport report = new ReviewReport(rule, file);
            rule.judgement().judge(comparison, report);
            remarks.addAll(report.remarks());
        }
        return remarks.stream().sorted().toList();
    }
}
