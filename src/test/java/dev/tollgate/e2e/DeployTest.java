package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.archive.Sha256;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Zip;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** From a plan to AWS and back: one environment's life through Tollgate's own commands, in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeployTest {

    private static final String COMMON = """
            region = "eu-west-1"
            tags   = { team = "shop" }
            """;

    private static final String SHOP = """
            name     = "shop"
            api_type = "http"
            user_pool        = { domain_prefix = "shop-example", deletion_protection = false }
            resource_servers = { shop = { scopes = { all = "All" } } }
            clients          = { till = { oauth_flows = ["client_credentials"], scopes = ["shop/all"] } }
            functions = { echo = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x", tables = ["goods"] } }
            tables    = { goods = { hash_key = "id", deletion_protection = false } }
            routes    = { "GET /goods" = { function = "echo", scopes = ["shop/all"] } }
            """;

    /** Its state is in S3, in a bucket that is not there at first. */
    private static final String PEOPLE = """
            {
              "name": "people",
              "api_type": "none",
              "user_pool": { "domain_prefix": "people-example", "deletion_protection": false },
              "state": { "bucket": "states", "key": "people.tfstate", "region": "eu-west-1" }
            }
            """;

    private static final Path SHOP_BUNDLE = Path.of("plans", "shop.tollgate-plan");

    private static Emulator emulator;
    private static TempProject project;
    private static Launched tollgate;

    @BeforeAll
    static void prepare() throws IOException {
        RequiredTool.orSkip("node");
        emulator = Emulator.start();
        project = TempProject.named("deploy");
        project.environment("common", COMMON);
        project.environment("shop", SHOP);
        Files.writeString(at("environments/people.tfvars.json"), PEOPLE);
        Path stacks = project.synthesized();
        // Fills the plugin cache in turn with the other tests; what follows only reads it.
        new Stack(stacks.resolve("shop"), emulator).init();
        tollgate = new Launched(project, emulator);
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private static Path at(String path) {
        return project.folder().resolve(path);
    }

    private static JsonNode manifest(Path bundle) throws IOException {
        return new ObjectMapper().readTree(Zip.read(at(bundle.toString())).get("manifest.json"));
    }

    @Test
    @Order(1)
    void showsAllThatTerraformSaidOfAPlanThatFailed() {
        Run all = tollgate.run("plan", "-e", "people");

        assertThat(all.exit()).as(all.output()).isEqualTo(4);
        assertThat(all.output())
                .contains("S3 bucket \"states\" does not exist")
                .contains("error: `terraform init` failed with exit code 1");
    }

    @Test
    @Order(2)
    void plansSeveralAtATime() {
        emulator.prepare("--region", "eu-west-1", "--bucket", "states");

        Run all = tollgate.run("plan", "--all", "--detailed-exitcode");

        assertThat(all.exit()).as(all.output()).isEqualTo(2);
        assertThat(all.output())
                .containsPattern("(?m)^shop: .*\\(20 to add, 0 to change, 0 to destroy\\)$")
                .containsPattern("(?m)^people: .*\\(3 to add, 0 to change, 0 to destroy\\)$")
                .containsPattern("(?m)^people +3 +0 +0 +plans/people\\.tollgate-plan$")
                .containsPattern("(?m)^shop +20 +0 +0 +plans/shop\\.tollgate-plan$")
                .doesNotContain("Plan:");
        assertThat(at("plans/people.tollgate-plan")).isRegularFile();
        assertThat(at(SHOP_BUNDLE.toString())).isRegularFile();
    }

    @Test
    @Order(3)
    void savesWhatAReviewerNeedsForItsOwnerAlone() throws IOException {
        Path bundle = at(SHOP_BUNDLE.toString());
        JsonNode manifest = manifest(SHOP_BUNDLE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(bundle)))
                .isEqualTo("rw-------");
        assertThat(Zip.read(bundle).keySet())
                .containsExactly("manifest.json", "plan.json", "review.json", "terraform.lock.hcl");
        assertThat(manifest.path("environment").asText()).isEqualTo("shop");
        assertThat(manifest.at("/inputs/stack").fieldNames())
                .toIterable()
                .containsExactly(".terraform.lock.hcl", "cdk.tf.json", "functions/echo.zip");
        assertThat(manifest.at("/inputs/varFiles").findValuesAsText("path"))
                .containsExactly("environments/common.tfvars", "environments/shop.tfvars");
        assertThat(manifest.at("/inputs/versions").fieldNames()).toIterable().containsExactly("Terraform", "Tollgate");
        assertThat(manifest.at("/inputs/providers").fieldNames())
                .toIterable()
                .containsExactly("registry.terraform.io/hashicorp/aws");
        assertThat(manifest.at("/inputs/state/serial").asInt()).isZero();
        try (Stream<Path> left = Files.list(at("plans"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("people.tollgate-plan", "shop.tollgate-plan");
        }
    }

    @Test
    @Order(4)
    void refusesToDeployWhereNobodyCanBeAsked() {
        Run deploy = tollgate.run("deploy", "-e", "shop", "--plan", SHOP_BUNDLE.toString());

        assertThat(deploy.exit()).isEqualTo(2);
        assertThat(deploy.output()).contains("cannot ask for confirmation").contains("--yes");
        assertThat(at("terraform.shop.tfstate")).doesNotExist();
    }

    @Test
    @Order(5)
    void deploysTheBundleAndNothingIsLeftToDo() {
        Run deploy = tollgate.run("deploy", "-e", "shop", "--plan", SHOP_BUNDLE.toString(), "--yes");
        Run again = tollgate.run("plan", "-e", "shop", "--detailed-exitcode", "--out", "plans/empty.tollgate-plan");

        assertThat(deploy.exit()).as(deploy.output()).isZero();
        assertThat(deploy.output())
                .containsPattern("Apply complete! Resources: 20 added")
                .doesNotContain("Refreshing state");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("No changes.");
        assertThat(tollgate.run("deploy", "-e", "shop", "--plan", "plans/empty.tollgate-plan", "--yes")
                        .succeeded()
                        .output())
                .contains("nothing to deploy")
                .doesNotContain("Apply complete");
    }

    @Test
    @Order(6)
    void refusesABundleThatWasAppliedBefore() {
        Run deploy = tollgate.run("deploy", "-e", "shop", "--plan", SHOP_BUNDLE.toString(), "--yes");

        assertThat(deploy.exit()).as(deploy.output()).isEqualTo(1);
        assertThat(deploy.output())
                .contains("error: the state has changed since the plan was made: lineage `")
                .contains("` now, before none")
                .contains("nothing was applied")
                .doesNotContain("Apply complete");
    }

    @Test
    @Order(7)
    void keepsStateOfAnotherInS3() {
        Run deploy = tollgate.run("deploy", "-e", "people", "--plan", "plans/people.tollgate-plan", "--yes");

        assertThat(deploy.exit()).as(deploy.output()).isZero();
        assertThat(at("terraform.people.tfstate")).doesNotExist();
        assertThat(tollgate.run("output", "-e", "people", "--json").succeeded().output())
                .contains("user_pool_id");
    }

    @Test
    @Order(8)
    void masksSecretsUnlessTheyAreAskedFor() throws IOException {
        Run masked = tollgate.run("output", "-e", "shop", "--json").succeeded();
        Run shown = tollgate.run("output", "-e", "shop", "--show-secrets").succeeded();
        JsonNode outputs = new ObjectMapper()
                .readTree(masked.output().substring(0, masked.output().lastIndexOf('}') + 1));
        Matcher secret = Pattern.compile("(?m)^client_secrets +\\{\"till\":\"([\\w-]{20,})\"}$")
                .matcher(shown.output());

        assertThat(secret.find()).as(shown.output()).isTrue();
        assertThat(shown.output()).containsPattern("(?m)^base_url +https://");
        assertThat(outputs.path("client_secrets")).isEqualTo(new ObjectMapper().readTree("{\"sensitive\": true}"));
        assertThat(outputs.at("/base_url/value").asText()).startsWith("https://");
        assertThat(masked.output()).contains("sensitive values are masked").doesNotContain(secret.group(1));
    }

    /** Something that can move between a plan and its deployment: in which file, and how. */
    private record Move(String path, String replaced, String by) {

        /** Makes it so, and returns how it was: empty for a file that is new. */
        String made() throws IOException {
            Path file = at(path);
            String before = Files.exists(file) ? Files.readString(file) : "";
            assertThat(before).contains(replaced);
            Files.writeString(file, before.isEmpty() ? by : before.replace(replaced, by));
            return before;
        }

        void undone(String before) throws IOException {
            if (before.isEmpty()) {
                Files.delete(at(path));
            } else {
                Files.writeString(at(path), before);
            }
        }
    }

    private static final Move ROUTE = new Move("environments/shop.tfvars", "GET /goods", "GET /things");
    private static final Move FUNCTION = new Move("lambdas/echo/index.mjs", "import", "// changed\nimport");
    private static final Move COMMENT = new Move("environments/common.tfvars", "region", "# where\nregion");
    private static final Move LATE = new Move("late.tfvars", "late", "later");
    private static final Move LOCK =
            new Move("cdktf.out/stacks/shop/.terraform.lock.hcl", "hashes", "# by hand\n  hashes");
    private static final Move BESIDE = new Move("cdktf.out/stacks/shop/more.tf", "", "output \"more\" { value = 1 }\n");
    private static final Move SERIAL = new Move("terraform.shop.tfstate", "\"serial\": ", "\"serial\": 9");
    private static final Move LINEAGE = new Move("terraform.shop.tfstate", "\"lineage\": \"", "\"lineage\": \"0");

    @Test
    @Order(9)
    void refusesABundleOfSomethingElseAndNamesExactlyThat() throws IOException {
        // A value known late: the plan has something to change, and the file is an input of its own.
        Files.writeString(at("late.tfvars"), "tags = { team = \"late\" }\n");
        tollgate.run("plan", "-e", "shop", "--var-file", "late.tfvars").succeeded();

        assertThat(refused(System.getenv("PATH"), COMMENT))
                .containsExactly("the var file `environments/common.tfvars` changed");
        assertThat(refused(pathWithTerraform("99.0.0"), ROUTE, FUNCTION, LATE, LOCK, BESIDE))
                .map(said -> said.replaceAll("[0-9a-f]{12}", "…"))
                .containsExactly(
                        "the lock file `.terraform.lock.hcl` changed",
                        "the configuration `cdk.tf.json` changed",
                        "the function package `functions/echo.zip` changed: its SHA-256 is …, and … was planned with",
                        "the configuration `more.tf` was added",
                        "the var file `environments/shop.tfvars` changed",
                        "the var file `late.tfvars` changed",
                        "Terraform is 99.0.0, the plan was made with " + terraformVersion());
        assertThat(refused(System.getenv("PATH"), SERIAL)).singleElement().satisfies(said -> assertThat(said)
                .matches("the state has changed since the plan was made: serial 9(\\d+) now, before \\1"));
        assertThat(refused(System.getenv("PATH"), LINEAGE))
                .singleElement()
                .satisfies(
                        said -> assertThat(said)
                                .matches(
                                        "the state has changed since the plan was made: lineage `\\w{12}` now, before lineage `\\w{12}`"));
    }

    /** What is said of {@code moves}, none of which is left behind. */
    private static List<String> refused(String path, Move... moves) throws IOException {
        List<String> before = new ArrayList<>();
        for (Move move : moves) {
            before.add(move.made());
        }
        Run deploy = tollgate.run(
                Map.of("PATH", path),
                "deploy",
                "-e",
                "shop",
                "--plan",
                SHOP_BUNDLE.toString(),
                "--var-file",
                "late.tfvars",
                "--yes");
        for (int i = 0; i < moves.length; i++) {
            moves[i].undone(before.get(i));
        }

        assertThat(deploy.exit()).as(deploy.output()).isEqualTo(1);
        assertThat(deploy.output())
                .contains("nothing was applied: it would not be what was reviewed")
                .doesNotContain("Apply complete");
        return deploy.output()
                .lines()
                .filter(line -> line.startsWith("error: "))
                .map(line -> line.substring("error: ".length()))
                .toList();
    }

    private static String terraformVersion() throws IOException {
        return manifest(SHOP_BUNDLE).at("/inputs/versions/Terraform").asText();
    }

    @Test
    @Order(11)
    void refusesAnOldTerraform() throws IOException {
        Run plan = tollgate.run(Map.of("PATH", pathWithTerraform("1.2.9")), "plan", "-e", "shop");

        assertThat(plan.exit()).isEqualTo(3);
        assertThat(plan.output()).contains("is Terraform 1.2.9, too old").contains("install Terraform 1.4.0 or later");
    }

    /** A PATH whose Terraform says that it is {@code version}, and is the real one otherwise. */
    private static String pathWithTerraform(String version) throws IOException {
        Path folder = Files.createDirectories(at("bin-" + version));
        Path wrapper = folder.resolve("terraform");
        Files.writeString(wrapper, """
                #!/bin/sh
                [ "$1" = version ] || exec '%s' "$@"
                echo '{"terraform_version": "%s", "provider_selections": {"registry.terraform.io/hashicorp/aws": "1.0.0"}}'
                """.formatted(RequiredTool.orSkip("terraform"), version));
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.toAbsolutePath() + ":" + System.getenv("PATH");
    }

    @Test
    @Order(12)
    void refusesABundleThatSaysSomethingElseAndHoldsNoSecret() throws IOException {
        Path bundle = at(SHOP_BUNDLE.toString());
        Map<String, byte[]> parts = Zip.read(bundle);
        String json = new String(parts.get("plan.json"), StandardCharsets.UTF_8);
        String state = Files.readString(at("terraform.shop.tfstate"));
        Matcher secret = Pattern.compile("\"client_secret\": \"([^\"]{20,})\"").matcher(state);
        assertThat(secret.find()).isTrue();
        String lineage = new ObjectMapper().readTree(state).path("lineage").asText();
        parts.forEach((name, part) ->
                assertThat(new String(part, StandardCharsets.UTF_8)).as(name).doesNotContain(secret.group(1), lineage));
        assertThat(json).contains("\"client_secret\":\"sensitive:");
        parts.put("plan.json", json.replace("late", "fine").getBytes(StandardCharsets.UTF_8));
        Zip.forge(at("forged"), parts);

        Run forged = tollgate.run("deploy", "-e", "shop", "--plan", "forged", "--var-file", "late.tfvars", "--yes");

        assertThat(forged.exit()).as(forged.output()).isEqualTo(1);
        assertThat(forged.output())
                .contains("`tags_all.team` is \"shop\" → \"late\" now, \"shop\" → \"fine\" in the reviewed plan")
                .doesNotContain("Apply complete");
    }

    @Test
    @Order(13)
    void deploysOnAMachineThatHasOnlyTheSources() throws IOException {
        Path stack = at("cdktf.out/stacks/shop");
        Files.move(at("cdktf.out"), at("cdktf.elsewhere"), StandardCopyOption.ATOMIC_MOVE);

        String pin = Sha256.of(at(SHOP_BUNDLE.toString()));
        Run deploy = tollgate.run(
                "deploy",
                "-e",
                "shop",
                "--plan",
                SHOP_BUNDLE.toString(),
                "--var-file",
                "late.tfvars",
                "--pin",
                pin,
                "--yes");

        assertThat(deploy.exit()).as(deploy.output()).isZero();
        assertThat(deploy.output()).contains("Apply complete! Resources: 0 added");
        assertThat(stack.resolve(".terraform.lock.hcl"))
                .hasSameTextualContentAs(at("cdktf.elsewhere/stacks/shop/.terraform.lock.hcl"));
    }

    @Test
    @Order(14)
    void blocksALossUntilItIsAcknowledged() throws IOException {
        project.environment(
                "shop", SHOP.replace("user_pool        = {", "user_pool        = { name = \"shop-people\","));
        String bundle = SHOP_BUNDLE.toString();

        Run plan = tollgate.run("plan", "-e", "shop");
        Run review = tollgate.run("review", "--plan", bundle);
        Run refused = tollgate.run("deploy", "-e", "shop", "--plan", bundle, "--yes");

        assertThat(plan.exit()).as(plan.output()).isEqualTo(1);
        assertThat(plan.output()).contains("[user-pool-lost]").contains("is for `tollgate review` only");
        assertThat(review.exit()).as(review.output()).isEqualTo(1);
        assertThat(review.output())
                .contains("shop: BLOCKED, loses `aws_cognito_user_pool.users`")
                .contains("`aws_cognito_user_pool.users` (`shop-users`) is replaced, forced by `name`");
        assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains("a loss is not acknowledged").doesNotContain("Apply complete");

        List<String> acknowledged = new ArrayList<>(List.of("review", "--plan", bundle));
        Matcher losses = Pattern.compile("--acknowledge '([^'=]+)=REASON'").matcher(review.output());
        while (losses.find()) {
            acknowledged.addAll(List.of("--acknowledge", losses.group(1) + "=nobody has signed up yet"));
        }
        Run again = tollgate.run(acknowledged.toArray(String[]::new));
        Run unpinned = tollgate.run("deploy", "-e", "shop", "--plan", bundle, "--yes");
        Run deploy = tollgate.run("deploy", "-e", "shop", "--plan", bundle, "--pin", Sha256.of(at(bundle)), "--yes");

        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("acknowledged: nobody has signed up yet");
        assertThat(unpinned.exit()).as(unpinned.output()).isEqualTo(1);
        assertThat(unpinned.output()).doesNotContain("Apply complete");
        assertThat(deploy.exit()).as(deploy.output()).isZero();
        assertThat(deploy.output()).contains("Apply complete!");
        assertThat(tollgate.run("review", "--plan", bundle).output())
                .contains("acknowledged: nobody has signed up yet");
    }

    @Test
    @Order(15)
    void asksForTheEnvironmentsNameAndNamesWhatIsLost() {
        RequiredTool.orSkip("script");
        String destroy = String.join(" ", tollgate.command("destroy", "-e", "shop"));

        Run refused = Run.of(
                project.folder(),
                tollgate.environment(),
                List.of("sh", "-c", "echo sharp | script -qec '" + destroy + "' /dev/null"));

        assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output())
                .contains("Type the environment's name to destroy `shop`")
                .contains("that is not the environment's name")
                .contains("all users, their passwords and all tokens are lost: `aws_cognito_user_pool.users`"
                        + " (`shop-people`) is deleted")
                .contains("all items are lost: `aws_dynamodb_table.goods` (`goods`) is deleted")
                .contains("its logs are deleted: `aws_cloudwatch_log_group.echo` (`/aws/lambda/shop-echo`) is deleted")
                .doesNotContain("Destroy complete");
    }

    @Test
    @Order(16)
    void destroysWhatAPlanToDestroySays() {
        tollgate.run("plan", "-e", "shop", "--destroy").succeeded();
        String bundle = "plans/shop.destroy.tollgate-plan";

        Run deploy = tollgate.run("deploy", "-e", "shop", "--plan", bundle, "--yes");
        Run other = tollgate.run("destroy", "-e", "people", "--plan", bundle, "--yes");
        Run destroy = tollgate.run("destroy", "-e", "shop", "--plan", bundle, "--yes");

        assertThat(deploy.exit()).isEqualTo(2);
        assertThat(deploy.output()).contains("is a plan to destroy").contains("use `tollgate destroy`");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.output()).contains("is a plan of `shop`, not of `people`");
        assertThat(destroy.exit()).as(destroy.output()).isZero();
        assertThat(destroy.output())
                .contains("all users, their passwords and all tokens are lost")
                .containsPattern("Apply complete! Resources: 0 added, 0 changed, 20 destroyed");
        assertThat(tollgate.run("output", "-e", "shop").succeeded().output()).contains("`shop` is not deployed");
    }

    @Test
    @Order(17)
    void plansShowsAndAppliesInOne() {
        Run deploy = tollgate.run("deploy", "-e", "people", "--yes", "--var-file", "late.tfvars");

        assertThat(deploy.exit()).as(deploy.output()).isZero();
        assertThat(deploy.output())
                .contains("Plan: 0 to add, 1 to change, 0 to destroy.")
                .contains("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.");
    }
}
