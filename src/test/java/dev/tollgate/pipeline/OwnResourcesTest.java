package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.review.Review;
import dev.tollgate.review.ReviewData;
import dev.tollgate.review.ReviewMarkdown;
import dev.tollgate.review.ReviewText;
import dev.tollgate.terraform.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnResourcesTest {

    private static final String EMITTED = """
            {"resource": {"aws_cognito_user_pool": {"users": {"name": "users"}, "other": {"name": "other"}}}}
            """;

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void namesWhatIsMadeAndWhatIsOverriddenBesideAStack() throws IOException {
        file("cdk.tf.json", EMITTED);
        file("pool.tf.json", "{\"resource\": {\"aws_cognito_user_pool\": {\"mine\": {}}}}");
        file(
                "jobs.tf",
                "resource \"aws_sqs_queue\" \"jobs\" {}\nmodule \"more\" { source = \"./more\" }\nlocals { a = 1 }\n");
        file("more/main.tf", "resource \"aws_sns_topic\" \"news\" {\n  for_each = toset([\"a\"])\n}\n");
        file("pool_override.tf", "resource \"aws_cognito_user_pool\" \"users\" { mfa_configuration = \"ON\" }\n");

        assertThat(OwnResources.in(folder, OwnPlaces.NONE))
                .isEqualTo(Map.of(
                        "aws_sqs_queue.jobs", "jobs.tf",
                        "module.more", "jobs.tf",
                        "aws_cognito_user_pool.mine", "pool.tf.json",
                        "aws_cognito_user_pool.users", "pool_override.tf"));
    }

    /** Nobody edits the copy that synth puts beside a stack. */
    @Test
    void namesTheSourceOfWhatIsACopy() throws IOException {
        file("out/stacks/prod/jobs.tf", "resource \"aws_sqs_queue\" \"jobs\" {}\n");
        file("out/stacks/prod/left.tf", "resource \"aws_sqs_queue\" \"left\" {}\n");
        file("infra/jobs.tf", "");
        file("environments/common.tfvars", "terraform = [\"elsewhere\"]\n");
        file("environments/prod.tfvars", "name = \"books\"\nterraform = [\"infra\"]\n");

        OwnPlaces places = OwnPlaces.of(
                folder, List.of(Path.of("environments/common.tfvars"), folder.resolve("environments/prod.tfvars")));

        assertThat(OwnResources.in(folder.resolve("out/stacks/prod"), places))
                .isEqualTo(Map.of("aws_sqs_queue.jobs", "infra/jobs.tf", "aws_sqs_queue.left", "left.tf"));
    }

    @Test
    void readsNothingWhereThereIsOnlyWhatWasEmitted() throws IOException {
        file("cdk.tf.json", "not even JSON");

        assertThat(OwnResources.in(folder, OwnPlaces.NONE)).isEmpty();
    }

    @Test
    void letsAReviewNameIt() throws IOException {
        String plan = Files.readString(Path.of("src/test/resources/hcl/var-files/plan.json"));
        Review review = Review.of(
                PlanReader.read("plan.json", plan),
                "prod",
                "prod",
                List.of(),
                new TreeMap<>(Map.of("aws_apigatewayv2_api.this", "own.tf", "aws_dynamodb_table.this", "more.tf")));

        assertThat(ReviewText.of(review, false))
                .contains("  create aws_apigatewayv2_api.this (own Terraform: own.tf)")
                .contains("  create aws_dynamodb_table.this[\"books\"] (own Terraform: more.tf)")
                .contains("  create aws_cognito_user_pool.this");
        assertThat(ReviewMarkdown.of(review, Optional.empty(), Optional.empty()))
                .containsOnlyOnce(", own Terraform: <code>own.tf</code>");
        assertThat(ReviewData.of(review).toString()).contains("own=own.tf");
    }
}
