package dev.tollgate.cli.step;

import dev.tollgate.cli.text.ReviewPrinter;
import dev.tollgate.cli.text.Terminal;
import dev.tollgate.deploy.Acknowledgement;
import dev.tollgate.deploy.Bundle;
import dev.tollgate.deploy.PlanMode;
import dev.tollgate.pipeline.Reviews;
import dev.tollgate.review.Review;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the review of a plan before asking for consent. A loss that is not acknowledged stops a deploy; whoever
 * destroys an environment sees what is lost and confirms with its name.
 */
final class ShownReview implements PlanReview {

    private final Terminal terminal;
    private final Acknowledgements acknowledgements;
    private final PlanMode mode;

    ShownReview(Terminal terminal, Acknowledgements acknowledgements, PlanMode mode) {
        this.terminal = terminal;
        this.acknowledgements = acknowledgements;
        this.mode = mode;
    }

    @Override
    public boolean allows(Bundle bundle, List<Acknowledgement> acknowledged) {
        List<Acknowledgement> accepted = new ArrayList<>(acknowledged);
        accepted.addAll(acknowledgements.all());
        Review review = new Reviews(TollgateCommand.today()).of(bundle.with(accepted));
        new ReviewPrinter(terminal).print(review, false, terminal.err());
        if (Reviews.blocking(review, mode).isEmpty()) {
            return true;
        }
        terminal.err()
                .println("nothing was changed: "
                        + (review.refused() ? "AWS does not allow this in one step" : "a loss is not acknowledged"));
        return false;
    }
}
