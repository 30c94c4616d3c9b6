package dev.tollgate.cli.step;

import dev.tollgate.deploy.Bundle;

/** The review of a plan before asking for consent. */
interface PlanReview {

    /** Prints the review of {@code bundle}; returns whether it may be applied. */
    boolean allows(Bundle bundle);
}
