package dev.tollgate.cli.text;

import dev.tollgate.review.Review;
import dev.tollgate.review.ReviewText;
import java.io.PrintWriter;
import java.util.List;

/** A review for a person. */
public final class ReviewPrinter {

    private final Terminal terminal;

    public ReviewPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints {@code review}, its verdict standing out. */
    public void print(Review review, boolean allRoutes, PrintWriter to) {
        List<String> lines = ReviewText.of(review, allRoutes);
        to.println(terminal.styled(review.blocked() ? "bold,red" : "bold", lines.get(0)));
        lines.subList(1, lines.size()).forEach(to::println);
        to.flush();
    }
}
