package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.archive.Sha256;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plan and deploy do with a plan that may not be applied. A few lines stand in the place of Terraform. */
class BlockedPlanTest {

    private static final String TERRAFORM = """
            #!/bin/sh
            case $1 in
              version) echo '{"terraform_version": "1.11.4", "provider_selections": {}}' ;;
              init) mkdir -p .terraform && echo "# lock" >.terraform.lock.hcl ;;
              show) cat "%s" ;;
              plan)
                for argument; do case $argument in -out=*) echo plan >"${argument#-out=}" ;; esac; done
                test -f "%s" && exit 1
                exit 2 ;;
              graph) cat "%s" ;;
              apply) echo "Apply complete!" ;;
            esac
            """;

    private static final String SHOP = """
            name      = "shop"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { domain_prefix = "shop-example" }
            """;

    private static final String ROW = """
            { "address": "aws_dynamodb_table_item.goods_1", "mode": "managed", "type": "aws_dynamodb_table_item", "name": "goods_1",
              "change": { "actions": ["delete"], "after": null, "after_unknown": {}, "before": {
                "table_name": "goods", "hash_key": "id", "item": "{\\"id\\":{\\"S\\":\\"1\\"}}" } } }
            """;

    private static final String RENAMED = """
            { "address": "aws_lambda_function.books", "mode": "managed", "type": "aws_lambda_function", "name": "books",
              "change": { "actions": ["delete"], "after": null, "after_unknown": {}, "before": { "function_name": "shop-books" } } },
            { "address": "aws_lambda_function.library", "mode": "managed", "type": "aws_lambda_function", "name": "library",
              "change": { "actions": ["create"], "before": null, "after_unknown": {}, "after": { "function_name": "shop-books" } } }
            """;

    private static final String PROTECTED = """
            { "address": "aws_dynamodb_table.goods", "mode": "managed", "type": "aws_dynamodb_table", "name": "goods",
              "change": { "actions": ["delete"], "after": null, "after_unknown": {}, "before": {
                "name": "goods", "deletion_protection_enabled": true } } }
            """;

    private static final String LEFT = gone("aws_cognito_user_pool_domain", "\"domain\": \"auth.example.com\"") + ","
            + gone("aws_acm_certificate", "\"domain_name\": \"auth.example.com\"") + ","
            + gone("aws_lambda_function", "\"vpc_config\": [{ \"subnet_ids\": [\"subnet-1\"] }]") + ","
            + gone(
                    "aws_api_gateway_method_settings",
                    "\"rest_api_id\": \"a1\", \"stage_name\": \"prod\", \"settings\": [{ \"logging_level\": \"INFO\" }]")
            + "," + gone("aws_ssm_parameter", "\"name\": \"/auth/shop/CognitoUserPoolId\"")
            + "," + gone("aws_api_gateway_account", "\"cloudwatch_role_arn\": \"arn:aws:iam::111122223333:role/logs\"");

    private static String gone(String type, String values) {
        return "{ \"address\": \"" + type + ".x\", \"mode\": \"managed\", \"type\": \"" + type
                + "\", \"name\": \"x\", \"change\": { \"actions\": [\"delete\"], \"after\": null, \"after_unknown\": {},"
                + " \"before\": { " + values + " } } }";
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        RequiredTool.orSkip("node");
        Path program = Files.createDirectories(folder.resolve("programs")).resolve("terraform");
        Files.writeString(
                program,
                TERRAFORM.formatted(
                        folder.resolve("plan.json"), folder.resolve("cycle.dot"), folder.resolve("cycle.dot")));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                Files.createDirectories(folder.resolve("environments")).resolve("shop.tfvars"), SHOP);
    }

    private void planned(String changes, String variables) throws IOException {
        Files.writeString(
                folder.resolve("plan.json"),
                "{ \"format_version\": \"1.2\", \"variables\": {" + variables + "}, \"resource_changes\": [" + changes
                        + "] }");
    }

    private CommandOutcome run(String... args) {
        Map<String, String> environment = Map.of("PATH", folder.resolve("programs") + ":" + System.getenv("PATH"));
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--project", folder.toString()));
        return Synthesis.inTurn(() -> CommandOutcome.of(environment, terminal -> terminal, all));
    }

    private String bundle() {
        return folder.resolve("shop.tollgate-plan").toString();
    }

    private CommandOutcome plan(String... more) {
        List<String> args = new ArrayList<>(List.of("plan", "-e", "shop", "--out", bundle()));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private CommandOutcome deploy(String... more) throws IOException {
        String pin = Sha256.of(Path.of(bundle()));
        List<String> args = new ArrayList<>(List.of("deploy", "-e", "shop", "--plan", bundle(), "--yes", "--pin", pin));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    @Test
    void asksForTheAcknowledgementOfARowAndRefusesToDeployWithoutIt() throws IOException {
        planned(ROW, "");

        CommandOutcome plan = plan();
        CommandOutcome deploy = deploy();

        assertThat(plan.exit()).as(plan.err()).isEqualTo(1);
        assertThat(plan.err())
                .contains("error: row `1` of table `goods` is deleted")
                .contains("suppress = [{ rule = \"row-deleted\", subject = \"aws_dynamodb_table_item.goods_1\"")
                .contains("is for `tollgate review` only");
        assertThat(deploy.exit()).isEqualTo(1);
        assertThat(deploy.err())
                .contains("nothing was changed: a loss is not acknowledged")
                .doesNotContain("Apply complete");
    }

    @Test
    void takesTheAcknowledgementOfTheCommandLineAndKeepsItInTheBundle() throws IOException {
        planned(ROW, "");

        CommandOutcome plan = plan("--acknowledge", "aws_dynamodb_table_item.goods_1=sold out");

        assertThat(plan.exit()).as(plan.err()).isZero();
        assertThat(deploy().err()).contains("acknowledged: sold out");
        assertThat(deploy().exit()).isZero();
    }

    @Test
    void takesTheAcknowledgementOfTheFileWhileItHolds() throws IOException {
        String suppress = "\"suppress\": { \"value\": [{ \"rule\": \"row-deleted\", \"subject\":"
                + " \"aws_dynamodb_table_item.goods_1\", \"reason\": \"sold out\", \"expires\": %s }] }";
        planned(ROW, suppress.formatted("null"));
        CommandOutcome accepted = plan();
        CommandOutcome review = run("review", "--plan", bundle());
        planned(ROW, suppress.formatted("\"2020-01-31\""));
        CommandOutcome expired = plan();

        assertThat(accepted.exit()).as(accepted.err()).isZero();
        assertThat(review.out()).contains("loses, acknowledged,").contains("acknowledged: sold out");
        assertThat(expired.exit()).isEqualTo(1);
    }

    @Test
    void printsTheLineThatSaysThatAKeyWasRenamed() throws IOException {
        planned(RENAMED, "\"functions\": { \"value\": { \"library\": {} } }");

        CommandOutcome plan = plan("--acknowledge", "aws_lambda_function.books=I do not care");

        assertThat(plan.exit()).as(plan.err()).isEqualTo(1);
        assertThat(plan.err()).contains("`moved = { \"functions.books\" = \"functions.library\" }`");
        assertThat(deploy().err()).contains("nothing was changed: AWS does not allow this in one step");
    }

    /** Terraform saves such a plan, and names all that is in its cycle without a word of what to do. */
    @Test
    void saysTheTwoStepsWhereTerraformFindsACycle() throws IOException {
        planned("", "");
        String edge =
                "\t\t\"[root] aws_lambda_function.books\" -> \"[root] aws_cognito_user_pool_client.web (destroy)\"";
        Files.writeString(folder.resolve("cycle.dot"), edge + " [color = \"red\", penwidth = \"2.0\"]\n");

        CommandOutcome cycle = plan();
        Files.writeString(folder.resolve("plan.json"), "no plan");
        CommandOutcome unread = plan();
        Files.writeString(folder.resolve("cycle.dot"), edge + "\n");
        CommandOutcome other = plan();

        assertThat(cycle.exit()).as(cycle.err()).isEqualTo(4);
        assertThat(cycle.err())
                .contains(
                        "in two steps: change `aws_cognito_user_pool_client.web` in an apply of its own (`secret` is what replaces it), or the functions that know its id; then the rest");
        assertThat(unread.err()).isEqualTo(cycle.err());
        assertThat(other.exit()).isEqualTo(4);
        assertThat(other.err()).contains("see Terraform's output above").doesNotContain("two steps");
    }

    @Test
    void destroysWhatIsLostAndRefusesWhatAwsWouldRefuse() throws IOException {
        planned(PROTECTED, "");
        CommandOutcome refused = plan("--destroy");
        planned(PROTECTED.replace("true", "false"), "");
        CommandOutcome lost = plan("--destroy");

        assertThat(refused.exit()).as(refused.err()).isEqualTo(1);
        assertThat(refused.err()).contains("in two steps: first only `deletion_protection_enabled = false`");
        assertThat(lost.exit()).as(lost.err()).isZero();
    }

    @Test
    void saysBeforeItAsksWhatADestroyLeaves() throws IOException {
        planned(LEFT, "");

        CommandOutcome destroy = run("destroy", "-e", "shop", "--yes");

        assertThat(destroy.exit()).as(destroy.err()).isZero();
        assertThat(destroy.err())
                .contains("note: deleting the pool's domain takes up to an hour, and AWS refuses to delete its"
                        + " certificate")
                .contains("note: network interfaces of functions in a VPC stay for 20 to 40 minutes")
                .contains("note: the log group `API-Gateway-Execution-Logs_a1/prod`")
                .contains("note: environments that read the parameter `/auth/shop/CognitoUserPoolId`")
                .contains("note: REST APIs of other stacks in the region lose the role that writes their logs");
    }

    @Test
    void namesAnEnvironmentWhoseFileIsGone() throws IOException {
        run("synth", "--all");
        Files.move(folder.resolve("environments/shop.tfvars"), folder.resolve("environments/store.tfvars"));

        CommandOutcome synth = run("synth", "--all");

        assertThat(synth.err())
                .contains("the environment `shop` has no file any more: what it deployed stays in AWS, unmanaged")
                .contains("[environment-removed]");
        assertThat(run("synth", "-e", "store").err()).doesNotContain("environment-removed");
        assertThat(run("explain", "environment-removed").out()).contains("tollgate destroy");
    }

    @Test
    void saysItOfSeveralToo() throws IOException {
        planned(PROTECTED, "");
        Files.writeString(folder.resolve("environments/other.tfvars"), SHOP.replace("shop", "other"));

        CommandOutcome all = run("plan", "--all");

        assertThat(all.exit()).as(all.err()).isEqualTo(1);
        assertThat(all.err())
                .contains("shop: REFUSED, takes more than one step: `aws_dynamodb_table.goods`")
                .contains("other: REFUSED")
                .contains("[protected-deleted]");
    }
}
