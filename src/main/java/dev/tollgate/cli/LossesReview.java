package dev.tollgate.cli;

import dev.tollgate.pipeline.PlannedChanges;
import dev.tollgate.terraform.Bundle;
import java.util.List;

/** Names what goes for good. Nothing is in its way: whoever agrees, agrees to that. */
final class LossesReview implements PlanReview {

    private final Terminal terminal;

    LossesReview(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean allows(Bundle bundle) {
        List<String> losses = PlannedChanges.of(bundle).losses();
        if (!losses.isEmpty()) {
            terminal.err().println("\n" + terminal.styled("bold,red", "lost for good:"));
            losses.forEach(loss -> terminal.err().println("  " + Text.printable(loss)));
        }
        return true;
    }
}
