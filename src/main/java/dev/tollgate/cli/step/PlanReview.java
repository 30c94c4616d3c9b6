package dev.tollgate.cli.step;

import dev.tollgate.deploy.Bundle;

/** What is said of a plan before anybody is asked to agree to it. */
interface PlanReview {

    /** Says what the plan in {@code bundle} means; whether it may be applied, should somebody agree. */
    boolean allows(Bundle bundle);
}
