package dev.tollgate.cli.step;

import dev.tollgate.deploy.Acknowledgement;
import dev.tollgate.deploy.Bundle;
import java.util.List;

/** The review of a plan before asking for consent. */
interface PlanReview {

    /**
     * Prints the review of {@code bundle}, a plan just made, with what was {@code acknowledged} in another that says
     * the same; returns whether it may be applied.
     */
    boolean allows(Bundle bundle, List<Acknowledgement> acknowledged);
}
