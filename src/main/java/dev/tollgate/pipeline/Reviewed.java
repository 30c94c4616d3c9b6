package dev.tollgate.pipeline;

import dev.tollgate.review.Review;
import java.util.Optional;

/**
 * A review, and what it is of.
 *
 * @param bundle the digest of the bundle, where it is one
 */
public record Reviewed(Review review, Optional<String> bundle) {}
