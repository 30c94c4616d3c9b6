package dev.tollgate.cli;

import dev.tollgate.review.Review;
import dev.tollgate.review.ReviewText;
import java.io.PrintWriter;
import java.util.List;

/** A review for a person. */
final class ReviewPrinter {

    private final Terminal terminal;

    ReviewPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints {@code review}, its verdict standing out. */
    void print(Review review, boolean allRoutes, PrintWriter to) {
        List<String> lines = ReviewText.of(review, allRoutes);
        to.println(terminal.styled(review.blocked() ? "bold,red" : "bold", lines.get(0)));
        lines.subList(1, lines.size()).forEach(to::println);
        to.flush();
    }
}
