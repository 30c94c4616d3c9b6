package dev.tollgate.surface;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who passes a route with what: the one place that knows.
 *
 * @param apiKey whether an API key is required beside
 */
public record Gate(Api.Kind kind, Access access, boolean apiKey) {

    /** The gate before {@code route} of {@code api}. */
    public static Gate of(Api api, ApiRoute route) {
        return new Gate(api.kind(), route.access(), route.apiKey());
    }

    /** Whether a caller passes who shows {@code proof}, and an API key or not. */
    public Decision decide(Proof proof, Known key) {
        Decision decision = access.match(new Deciding(kind, proof));
        return apiKey && decision.passes() ? withKey(decision, key) : decision;
    }

    /** Whether a caller passes who shows {@code proof}, and an API key where one is required. */
    public Decision decide(Proof proof) {
        return decide(proof, Known.YES);
    }

    private static Decision withKey(Decision decision, Known key) {
        return switch (key) {
            case YES -> decision;
            case NO -> new Decision.Refused(Denial.NO_API_KEY, "no API key");
            case UNKNOWN ->
                new Decision.Unknown("an API key is required", new TreeSet<>(EnumSet.of(Denial.NO_API_KEY)));
        };
    }

    /** Every way in which a caller can be refused here, whatever is shown. */
    public SortedSet<Denial> denials() {
        SortedSet<Denial> denials = new TreeSet<>();
        for (Proof proof : everyProof()) {
            denials.addAll(decide(proof, Known.NO).denials());
        }
        return denials;
    }

    /** Every status that a refusal here can have. */
    public SortedSet<Integer> statuses() {
        SortedSet<Integer> statuses = new TreeSet<>();
        denials().forEach(denial -> statuses.addAll(denial.statuses(kind)));
        return statuses;
    }

    /** What a caller may show, as far as it makes a difference: the token of each use with the scopes and without. */
    private List<Proof> everyProof() {
        List<Proof> proofs = new ArrayList<>(
                List.of(new Proof.Nothing(), new Proof.Invalid(false), new Proof.Invalid(true), new Proof.Signature()));
        for (TokenUse use : TokenUse.values()) {
            for (Scopes scopes : List.of(access.scopes(), Scopes.NONE)) {
                proofs.add(Proof.Token.of(use, scopes));
                proofs.add(new Proof.Token(use, scopes, Known.NO, Known.YES));
                proofs.add(new Proof.Token(use, scopes, Known.YES, Known.NO));
            }
        }
        return proofs;
    }

    /** What is required, in words. */
    public Demand demand() {
        return Demand.of(this);
    }
}
