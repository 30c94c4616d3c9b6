package dev.tollgate.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.terraform.PlanReader;
import dev.tollgate.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans of the real Terraform, each with all that its review says. */
class ReviewCasesTest {

    private static final Path CASES = Path.of("src", "test", "resources", "review");

    static List<String> cases() throws IOException {
        try (Stream<Path> list = Files.list(CASES)) {
            return list.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysAllThatIsToBeSaidAndNothingElse(String name) {
        Review review = review(name);

        Golden.hold(CASES.resolve(name).resolve("review.txt"), String.join("\n", ReviewText.of(review, true)) + "\n");
    }

    /** Terraform itself says what is sensitive: no format repeats it. */
    @ParameterizedTest
    @MethodSource("cases")
    void repeatsNoSecretOfTheEmulators(String name) throws IOException {
        Review review = review(name);

        assertThat(String.join("\n", ReviewText.of(review, true))
                        + ReviewMarkdown.of(review, Optional.empty(), Optional.empty())
                        + ReviewData.of(review))
                .doesNotContain(
                        PlanSecrets.of(Files.readString(CASES.resolve(name).resolve("plan.json"))));
    }

    @Test
    void acceptsAnAcknowledgedLossAndStillShowsIt() {
        Review blocked = review("http-lost");
        List<AcceptedRemark> reasons = blocked.of(Kind.LOSS).stream()
                .map(loss -> AcceptedRemark.ofLoss(loss.finding().subject(), "nobody uses it yet"))
                .toList();

        Review accepted = Review.of(
                PlanReader.read("plan.json", text("http-lost")), "orders", "environments/orders.tfvars", reasons);

        assertThat(blocked.blocked()).isTrue();
        assertThat(accepted.blocked()).isFalse();
        assertThat(ReviewText.of(accepted, false)).anyMatch(line -> line.contains("acknowledged: nobody uses it yet"));
    }

    static Review review(String name) {
        return Review.of(PlanReader.read("plan.json", text(name)), "orders", "environments/orders.tfvars", List.of());
    }

    static String text(String name) {
        try {
            return Files.readString(CASES.resolve(name).resolve("plan.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
