package dev.tollgate.surface;

import java.util.EnumSet;
import java.util.TreeSet;

/** What each kind of access says to what a caller shows. */
record Deciding(Api.Kind kind, Proof proof) implements Access.Cases<Decision> {

    @Override
    public Decision open(Access.Open access) {
        return new Decision.Passes("anyone may call");
    }

    @Override
    public Decision token(Access.Token access) {
        return proof.match(new TokenCheck(kind, access));
    }

    @Override
    public Decision iam(Access.Iam access) {
        return proof instanceof Proof.Signature
                ? new Decision.Passes("an AWS signature")
                : new Decision.Refused(Denial.NO_SIGNATURE, "no AWS signature");
    }

    /** Without its identity source API Gateway does not ask it. */
    @Override
    public Decision custom(Access.Custom access) {
        return new Decision.Unknown(
                "a Lambda authorizer decides", new TreeSet<>(EnumSet.of(Denial.NO_TOKEN, Denial.AUTHORIZER_REFUSES)));
    }

    @Override
    public Decision undecided(Access.Undecided access) {
        return new Decision.Unknown(access.because(), new TreeSet<>(EnumSet.allOf(Denial.class)));
    }
}
