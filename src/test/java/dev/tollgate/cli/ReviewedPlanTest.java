package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.archive.Sha256;
import dev.tollgate.testing.RequiredTool;
import dev.tollgate.testing.Synthesis;
import dev.tollgate.testing.Zip;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What deploy does with a bundle: makes its plan again, and applies that only when it says what was reviewed. A few
 * lines stand in the place of Terraform.
 */
class ReviewedPlanTest {

    private static final String SHOP = """
            name      = "shop"
            region    = "eu-west-1"
            api_type  = "none"
            user_pool = { domain_prefix = "shop-example" }
            """;

    private static final String VERSION = """
            { "terraform_version": "1.11.4", "provider_selections": { "registry.terraform.io/hashicorp/aws": "5.100.0" } }
            """;
    private static final String STATE = "{ \"version\": 4, \"lineage\": \"a1b2\", \"serial\": 3, \"resources\": [] }";

    private static final String PLAN = """
            { "format_version": "1.2", "terraform_version": "1.11.4", "timestamp": "2026-01-01T00:00:00Z",
              "variables": { "suppress": { "value": [] } },
              "resource_changes": [
                { "address": "aws_cognito_user_pool.users", "mode": "managed", "type": "aws_cognito_user_pool", "name": "users", "change": {
                  "actions": ["update"], "after_unknown": {},
                  "before": { "id": "p1", "name": "shop-users", "mfa_configuration": "ON", "estimated_number_of_users": 7 },
                  "after":  { "id": "p1", "name": "shop-users", "mfa_configuration": "OFF", "estimated_number_of_users": 7 } } },
                { "address": "aws_cognito_user_pool_client.till", "mode": "managed", "type": "aws_cognito_user_pool_client", "name": "till", "change": {
                  "actions": ["no-op"], "after_unknown": {}, "before_sensitive": { "client_secret": true }, "after_sensitive": { "client_secret": true },
                  "before": { "id": "c1", "client_secret": "s3cr3t-of-the-till-client" },
                  "after":  { "id": "c1", "client_secret": "s3cr3t-of-the-till-client" } } },
                { "address": "aws_ssm_parameter.key", "mode": "managed", "type": "aws_ssm_parameter", "name": "key", "change": {
                  "actions": ["create"], "before": null, "after_sensitive": { "value": true }, "after_unknown": {},
                  "after": { "name": "/shop/key", "type": "SecureString", "value": "pw" } } } ] }
            """;

    private static final String ROW = """
            { "address": "aws_dynamodb_table_item.goods_1", "mode": "managed", "type": "aws_dynamodb_table_item", "name": "goods_1",
              "change": { "actions": ["delete"], "after": null, "after_unknown": {}, "before": {
                "id": "goods|1", "table_name": "goods", "hash_key": "id", "item": "{\\"id\\":{\\"S\\":\\"1\\"}}" } } },
            """;

    @TempDir
    private static Path folder;

    private static StandInTerraform terraform;
    private static byte[] made;

    @BeforeAll
    static void plan() throws IOException {
        RequiredTool.orSkip("node");
        terraform = new StandInTerraform(folder.resolve("programs"));
        Files.createDirectories(folder.resolve("environments"));
        reset();
        CommandOutcome plan =
                run("plan", "--out", bundle(), "--var-file", at("a.tfvars"), "--var-file", at("b.tfvars"));
        assertThat(plan.exit()).as(plan.err()).isZero();
        assertThat(plan.err())
                .contains("--var-file " + at("a.tfvars") + " --var-file " + at("b.tfvars") + " --pin "
                        + Sha256.of(Path.of(bundle())));
        made = Files.readAllBytes(Path.of(bundle()));
    }

    @BeforeEach
    void again() throws IOException {
        reset();
        Files.write(Path.of(bundle()), made);
        terraform.forget();
    }

    private static void reset() throws IOException {
        Files.writeString(folder.resolve("environments/shop.tfvars"), SHOP);
        Files.writeString(folder.resolve("a.tfvars"), "tags = { a = \"a\" }\n");
        Files.writeString(folder.resolve("b.tfvars"), "tags = { b = \"b\" }\n");
        terraform.says("version", VERSION);
        terraform.says("state", STATE);
        terraform.says("plan", PLAN);
    }

    private static String at(String path) {
        return folder.resolve(path).toString();
    }

    private static String bundle() {
        return at("shop.tollgate-plan");
    }

    private static CommandOutcome run(String command, String... more) {
        return answered("", command, more);
    }

    private static CommandOutcome answered(String answer, String command, String... more) {
        List<String> all = new ArrayList<>(List.of(command, "-e", "shop", "--project", folder.toString()));
        all.addAll(List.of("--stacks", at("cdktf.out")));
        all.addAll(List.of(more));
        return Synthesis.inTurn(() -> CommandOutcome.of(
                terraform.environment(),
                terminal -> answer.isEmpty() ? terminal : terminal.asking(new BufferedReader(new StringReader(answer))),
                all));
    }

    private static CommandOutcome deploy(String... more) {
        return deploy(List.of("--var-file", at("a.tfvars"), "--var-file", at("b.tfvars")), more);
    }

    private static CommandOutcome deploy(List<String> varFiles, String... more) {
        List<String> all = new ArrayList<>(List.of("--plan", bundle(), "--yes"));
        all.addAll(varFiles);
        all.addAll(List.of(more));
        return run("deploy", all.toArray(String[]::new));
    }

    private static void isRefused(CommandOutcome deploy, String... said) {
        assertThat(deploy.exit()).as(deploy.err()).isEqualTo(1);
        assertThat(deploy.err().lines().filter(line -> line.startsWith("error: ")))
                .as(deploy.err())
                .hasSameSizeAs(said)
                .allSatisfy(line ->
                        assertThat(said).anySatisfy(one -> assertThat(line).contains(one)));
        assertThat(deploy.err()).contains("nothing was applied");
        assertThat(terraform.applied()).doesNotExist();
    }

    /** Writes the bundle anew with {@code part} changed, so that only what it says tells. */
    private static void forge(String part, String text, String other) throws IOException {
        Path file = Path.of(bundle());
        Map<String, byte[]> parts = Zip.read(file);
        String before = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        parts.put(part, before.replace(text, other).getBytes(StandardCharsets.UTF_8));
        Zip.forge(file, parts);
    }

    @Test
    void appliesItsOwnPlanAndNothingOfTheBundle() throws IOException {
        CommandOutcome deploy = deploy("--pin", Sha256.of(made));

        assertThat(deploy.exit()).as(deploy.err()).isZero();
        assertThat(Zip.read(Path.of(bundle())).keySet())
                .containsExactly("manifest.json", "plan.json", "review.json", "terraform.lock.hcl");
        long asked = terraform
                .calls()
                .lines()
                .takeWhile(line -> !line.startsWith("plan "))
                .count();
        assertThat(terraform.applied()).hasContent("made at call " + (asked + 1));
        assertThat(terraform.calls()).doesNotContain("-lock=");
    }

    @Test
    void holdsNoSecret() throws IOException {
        for (Map.Entry<String, byte[]> part : Zip.read(Path.of(bundle())).entrySet()) {
            assertThat(new String(part.getValue(), StandardCharsets.UTF_8))
                    .as(part.getKey())
                    .doesNotContain("s3cr3t", "\"pw\"", "a1b2");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "2026-01-01T00:00:00Z              | 2026-05-05T00:00:00Z",
                "\"estimated_number_of_users\": 7  | \"estimated_number_of_users\": 8",
                "\"id\": \"p1\", \"name\": \"shop-users\" | \"name\": \"shop-users\", \"id\": \"p1\"",
            })
    void doesNotHeedWhatMovesByItself(String text, String other) throws IOException {
        assertThat(PLAN).contains(text);
        terraform.says("plan", PLAN.replace(text, other));

        assertThat(deploy().exit()).isZero();
        assertThat(terraform.applied()).exists();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"mfa_configuration\": \"OFF\" | \"mfa_configuration\": \"OPTIONAL\" | `aws_cognito_user_pool.users`: `mfa_configuration` is \"ON\" → \"OPTIONAL\" now",
                "/shop/key                      | /shop/other                     | `aws_ssm_parameter.key`: `name` is \"/shop/other\" now",
                "\"pw\"                         | \"pv\"                          | `aws_ssm_parameter.key`: `value` is \"sensitive:",
                "[\"create\"]                   | [\"read\"]                      | `aws_ssm_parameter.key`: read now, create in the reviewed plan",
            })
    void refusesWhatWouldBeDoneOtherwise(String text, String other, String said) throws IOException {
        assertThat(PLAN).contains(text);
        terraform.says("plan", PLAN.replace(text, other));

        CommandOutcome deploy = deploy();

        assertThat(deploy.err()).contains("error: " + said);
        assertThat(deploy.exit()).isEqualTo(1);
        assertThat(terraform.applied()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"serial\": 3      | \"serial\": 4     | the state has changed since the plan was made: serial 4 now, before 3",
                "\"a1b2\"           | \"b2c3\"          | the state has changed since the plan was made: lineage `",
            },
            quoteCharacter = '\0')
    void refusesAnotherState(String text, String other, String said) throws IOException {
        terraform.says("state", STATE.replace(text, other));

        isRefused(deploy(), said);
        assertThat(terraform.calls()).doesNotContain("plan -input");
    }

    @Test
    void refusesOtherVersions() throws IOException {
        terraform.says("version", VERSION.replace("1.11.4", "1.12.0"));
        isRefused(deploy(), "Terraform is 1.12.0, the plan was made with 1.11.4");
        terraform.says("version", VERSION.replace("5.100.0", "5.99.0"));
        isRefused(deploy(), "registry.terraform.io/hashicorp/aws is 5.99.0, the plan was made with 5.100.0");
    }

    @Test
    void refusesVarFilesInAnotherOrderAndTakesNoneFromTheBundle() throws IOException {
        isRefused(
                deploy(List.of("--var-file", at("b.tfvars"), "--var-file", at("a.tfvars"))),
                "the order of the var files changed");
        isRefused(
                deploy(List.of("--var-file", at("a.tfvars"))),
                "the var file `b.tfvars` was given to the plan, and is not now (`--var-file b.tfvars`)");
        Files.writeString(folder.resolve("b.tfvars"), "tags = { b = \"c\" }\n");
        isRefused(deploy(), "the var file `b.tfvars` changed");
    }

    @Test
    void refusesAnotherLockFile() throws IOException {
        Path lock = folder.resolve("cdktf.out/stacks/shop/.terraform.lock.hcl");
        Files.writeString(lock, "# another\n");

        CommandOutcome deploy = deploy();
        Files.writeString(lock, "# lock\n");

        isRefused(deploy, "the lock file `.terraform.lock.hcl` changed");
    }

    @Test
    void refusesAnotherEnvironmentFile() throws IOException {
        Files.writeString(folder.resolve("environments/shop.tfvars"), SHOP.replace("shop-example", "shop-elsewhere"));

        isRefused(
                deploy(), "the configuration `cdk.tf.json` changed", "the var file `environments/shop.tfvars` changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "plan.json   | \"mfa_configuration\":\"OFF\" | \"mfa_configuration\":\"ON\" | `aws_cognito_user_pool.users`: `mfa_configuration` is \"ON\" → \"OFF\" now, nothing in the reviewed plan",
                "plan.json   | /shop/key                     | /shop/kex                    | `aws_ssm_parameter.key`: `name` is \"/shop/key\" now, \"/shop/kex\" in the reviewed plan",
                "review.json | mfa_configuration             | mfa_Configuration            | the review that was read",
                "review.json | shop-users                    | shop-people                  | the review that was read",
                "review.json | \"blocked\" : false            | \"blocked\" : true           | the review that was read is another",
                "manifest.json | \"changes\" : true          | \"changes\" : false          | the reviewed plan is said to change nothing, and does",
            })
    void refusesAForgedBundle(String part, String text, String other, String said) throws IOException {
        forge(part, text, other);

        CommandOutcome deploy = deploy();

        assertThat(deploy.exit()).as(deploy.err()).isEqualTo(1);
        assertThat(deploy.err()).contains("error: " + said).contains("nothing was applied");
        assertThat(terraform.applied()).doesNotExist();
    }

    /** The digests of what is here, around another plan: what was applied before. */
    @Test
    void refusesABundleOfAnotherCheckoutWhoseDigestsWereExchanged() throws IOException {
        byte[] manifest = Zip.read(Path.of(bundle())).getOrDefault("manifest.json", new byte[0]);
        Files.writeString(folder.resolve("environments/shop.tfvars"), SHOP.replace("shop-example", "shop-elsewhere"));
        terraform.says("plan", PLAN.replace("/shop/key", "/elsewhere/key"));
        CommandOutcome plan =
                run("plan", "--out", bundle(), "--var-file", at("a.tfvars"), "--var-file", at("b.tfvars"));
        assertThat(plan.exit()).as(plan.err()).isZero();
        Map<String, byte[]> parts = Zip.read(Path.of(bundle()));
        parts.put("manifest.json", manifest);
        Zip.forge(Path.of(bundle()), parts);
        reset();

        isRefused(
                deploy(),
                "`aws_ssm_parameter.key`: `name` is \"/shop/key\" now, \"/elsewhere/key\" in the reviewed plan");
    }

    @Test
    void refusesABundleOfAnotherEnvironment() throws IOException {
        Files.writeString(folder.resolve("environments/other.tfvars"), SHOP.replace("shop", "other"));
        CommandOutcome named = run("deploy", "--plan", bundle(), "--yes", "-e", "other", "--var-file", at("a.tfvars"));
        forge("manifest.json", "\"environment\" : \"shop\"", "\"environment\" : \"other\"");
        List<String> all = List.of(
                "deploy",
                "-e",
                "other",
                "--plan",
                bundle(),
                "--yes",
                "--project",
                folder.toString(),
                "--stacks",
                at("cdktf.out"),
                "--var-file",
                at("a.tfvars"),
                "--var-file",
                at("b.tfvars"));
        CommandOutcome exchanged =
                Synthesis.inTurn(() -> CommandOutcome.of(terraform.environment(), terminal -> terminal, all));
        Files.delete(folder.resolve("environments/other.tfvars"));

        assertThat(named.exit()).isEqualTo(2);
        isRefused(
                exchanged,
                "the configuration `cdk.tf.json` changed",
                "the var file `environments/other.tfvars` was not given to the plan",
                "the var file `environments/shop.tfvars` was given to the plan, and is not now");
    }

    @Test
    void takesNoOtherBundleThanThePinnedOne() throws IOException {
        CommandOutcome other = deploy("--pin", Sha256.of(new byte[0]));
        isRefused(other, "this is not the bundle that was reviewed: its SHA-256 is " + Sha256.of(made));
        assertThat(terraform.calls()).doesNotContain("plan -input");

        assertThat(deploy("--pin", "abc").err()).contains("`--pin abc` is not a SHA-256");
        assertThat(deploy("--pin", "abc").exit()).isEqualTo(2);
        CommandOutcome alone = run("deploy", "--yes", "--pin", Sha256.of(made));
        assertThat(alone.exit()).isEqualTo(2);
        assertThat(alone.err()).contains("`--pin` names a bundle, and there is none");
    }

    /** Whoever can write a bundle could write into it that a loss is fine. */
    @Test
    void countsAnAcknowledgementInABundleOnlyForWhoNamesTheBundle() throws IOException {
        terraform.says("plan", PLAN.replace("\"resource_changes\": [", "\"resource_changes\": [" + ROW));
        CommandOutcome plan =
                run("plan", "--out", bundle(), "--acknowledge", "aws_dynamodb_table_item.goods_1=sold out");
        assertThat(plan.exit()).as(plan.err()).isZero();
        String digest = Sha256.of(Path.of(bundle()));

        CommandOutcome unpinned = deploy(List.of());
        assertThat(unpinned.exit()).isEqualTo(1);
        assertThat(unpinned.err())
                .contains("counts with `--pin " + digest + "`")
                .contains("a loss is not acknowledged");
        assertThat(terraform.applied()).doesNotExist();
        CommandOutcome pinned = deploy(List.of(), "--pin", digest);
        assertThat(pinned.exit()).as(pinned.err()).isZero();
        assertThat(pinned.err()).contains("acknowledged: sold out");
        terraform.forget();
        assertThat(answered("shop\n", "deploy", "--plan", bundle()).exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Shop, 1", "shop , 0", "sho, 1", "SHOP, 1", "shop, 0", "shops, 1"})
    void asksForTheNameToTheLetter(String typed, int exit) {
        CommandOutcome deploy = answered(
                typed + "\n", "deploy", "--plan", bundle(), "--var-file", at("a.tfvars"), "--var-file", at("b.tfvars"));

        assertThat(deploy.exit()).as(deploy.err()).isEqualTo(exit);
        assertThat(terraform.applied().toFile().exists()).isEqualTo(exit == 0);
    }

    @Test
    void refusesWhatMovedWhileSomebodyWasThinking() throws IOException {
        BufferedReader slow = new BufferedReader(new StringReader("shop\n")) {
            @Override
            public String readLine() throws IOException {
                terraform.says("state", STATE.replace("\"serial\": 3", "\"serial\": 4"));
                return super.readLine();
            }
        };
        List<String> all = List.of("deploy", "-e", "shop", "--project", folder.toString(), "--stacks", at("cdktf.out"));

        CommandOutcome deploy = Synthesis.inTurn(
                () -> CommandOutcome.of(terraform.environment(), terminal -> terminal.asking(slow), all));

        assertThat(deploy.exit()).isEqualTo(1);
        assertThat(deploy.err()).contains("serial 4 now, before 3").contains("nothing was applied");
        assertThat(terraform.applied()).doesNotExist();
    }

    @Test
    void masksSensitiveOutputs() throws IOException {
        terraform.says("outputs", """
                { "url": { "value": "https://a" }, "open": { "sensitive": false, "value": "https://b" },
                  "secret": { "sensitive": true, "value": "pw-7" } }
                """);

        CommandOutcome table = run("output");
        CommandOutcome json = run("output", "--json");
        CommandOutcome shown = run("output", "--show-secrets");

        // What does not say that it may be shown is not shown.
        assertThat(table.out()).contains("https://b").doesNotContain("pw-7", "https://a");
        assertThat(json.out()).contains("https://b").doesNotContain("pw-7", "https://a");
        assertThat(shown.out()).contains("pw-7", "https://a");
    }

    @Test
    void showsCommitAndDigestWithTheReview() {
        String digest = Sha256.of(made);
        CommandOutcome comment =
                CommandOutcome.of("review", "--plan", bundle(), "--format", "markdown", "--commit", "0123456789abcdef");

        assertThat(comment.out())
                .startsWith("<!-- tollgate-review shop -->\n")
                .contains("commit `0123456789abcdef`")
                .contains("bundle `" + digest + "`");
        assertThat(CommandOutcome.of("review", "--plan", bundle(), "--format", "json")
                        .out())
                .contains("\"bundle\" : \"" + digest + "\"");
        assertThat(CommandOutcome.of("review", "--plan", bundle()).err()).contains(digest);
        assertThat(CommandOutcome.of("review", "--plan", bundle(), "--commit", "main).x")
                        .exit())
                .isEqualTo(2);
    }
}
