package dev.tollgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `doctor` on machines that lack something: a PATH of programs that answer as each would. */
class DoctorTest {

    private static final String ENVIRONMENT = """
            name = "shop"
            region = "eu-west-1"
            api_type = "rest"
            user_pool = { domain_prefix = "shop" }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { one = { existing = "one" } }
            routes = { "GET /one" = { function = "one", scopes = ["api/all"] } }
            throttle = { rate = 500, burst = 50 }
            access_log = { account_role = false }
            custom_domain = { zone = "example.com", api = "api.example.com" }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makesAMachineThatLacksNothing() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(folder.resolve("environments"));
        Files.writeString(folder.resolve("environments/shop.tfvars"), ENVIRONMENT);
        program("node", "echo v24.1.0");
        program("terraform", "echo 'Terraform v1.11.4'");
        program("cdktf", "echo 0.21.0");
        answers(Map.of(
                "sts get-caller-identity",
                        "{\"Account\":\"123456789012\",\"Arn\":\"arn:aws:iam::123456789012:user/me\"}",
                "route53 list-hosted-zones-by-name",
                        "{\"HostedZones\":[{\"Id\":\"/hostedzone/Z1\",\"Name\":\"example.com.\",\"Config\":{\"PrivateZone\":false}}]}",
                "cognito-idp describe-user-pool-domain", "{\"DomainDescription\":{}}",
                "apigateway get-account",
                        "{\"cloudwatchRoleArn\":\"arn:aws:iam::123456789012:role/logs\",\"throttleSettings\":{\"rateLimit\":10000.0,\"burstLimit\":5000}}",
                "service-quotas list-service-quotas",
                        "{\"Quotas\":[{\"QuotaName\":\"Resources/Routes per REST/WebSocket API\",\"QuotaCode\":\"L-1\",\"Value\":300.0}]}",
                "lambda get-account-settings", "{\"AccountLimit\":{\"ConcurrentExecutions\":1000}}"));
    }

    private void program(String name, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Makes an `aws` that answers `service operation` so, and refuses everything else. */
    private void answers(Map<String, String> answers) throws IOException {
        StringBuilder script = new StringBuilder("case \"$1 $2\" in\n");
        new TreeMap<>(answers).forEach((asked, answer) -> script.append('"')
                .append(asked)
                .append("\") echo '")
                .append(answer)
                .append("' ;;\n"));
        program("aws", script + "*) echo \"AccessDenied: $1 $2\" >&2; exit 254 ;;\nesac");
    }

    private CommandOutcome doctor(String... args) {
        Map<String, String> environment = Map.of(
                "PATH",
                folder.resolve("bin").toString(),
                "TMPDIR",
                folder.resolve("tmp").toString());
        List<?> fixed = List.of("--project", folder, "--stacks", folder.resolve("out"));
        return CommandOutcome.of(
                environment,
                terminal -> terminal,
                Stream.of(List.of("doctor"), List.of(args), fixed)
                        .flatMap(List::stream)
                        .toList());
    }

    private static String status(CommandOutcome outcome, String check) throws IOException {
        for (JsonNode one : new ObjectMapper().readTree(outcome.out())) {
            if (one.path("check").asText().equals(check)) {
                return one.path("status").asText() + ": " + one.path("found").asText() + " → "
                        + one.path("fix").asText();
            }
        }
        throw new AssertionError("no check " + check + ": " + outcome.out());
    }

    @Test
    void findsNothingWhereNothingIsMissing() throws IOException {
        stack("5.100.0");

        CommandOutcome outcome = doctor("-e", "shop", "--aws");

        assertThat(outcome.exit()).as(outcome.out()).isZero();
        assertThat(outcome.out()).doesNotContain("fix:").contains("account 123456789012, region eu-west-1");
        assertThat(outcome.out().lines()).hasSize(14);
        assertThat(outcome.err()).isEmpty();
    }

    private void stack(String version) throws IOException {
        Path stack = Files.createDirectories(folder.resolve("out/stacks/shop"));
        Files.writeString(stack.resolve("cdk.tf.json"), "{}");
        Files.writeString(
                stack.resolve(".terraform.lock.hcl"),
                "provider \"registry.terraform.io/hashicorp/aws\" {\n  version     = \"" + version
                        + "\"\n  constraints = \">= 5.23.0, < 7.0.0\"\n}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node      |                                | Node.js   | 1 | failed: not on PATH, and `synth` needs it → install Node.js",
                "node      | echo v16.20.0                  | Node.js   | 1 | failed: 16.20.0, and `synth` needs 18 or later → install",
                "node      | echo v18.19.0                  | Node.js   | 0 | warning: 18.19.0, without security updates since 2025-04-30 → ",
                "node      | echo v99.0.0                   | Node.js   | 0 | ok: 99.0.0 → ",
                "node      | exit 7                         | Node.js   | 1 | failed: does not run: exit code 7 → ",
                "node      | echo none                      | Node.js   | 3 | unknown: it says `none` → ",
                "node      | while true; do :; done         | Node.js   | 3 | unknown: did not answer in 1 s → ",
                "terraform |                                | Terraform | 1 | failed: not on PATH, and `plan` and `deploy` need it → install",
                "terraform | echo 'Terraform v1.2.9'        | Terraform | 1 | failed: 1.2.9, and what is emitted needs 1.7.0 or later → ",
                "terraform | echo broken >&2; exit 1        | Terraform | 1 | failed: does not run: broken → ",
                "cdktf     |                                | cdktf-cli | 0 | ok: not installed, and not needed",
                "cdktf     | echo no node >&2; exit 127     | cdktf-cli | 1 | failed: does not run: no node → npm install",
                "aws       |                                | AWS       | 3 | unknown: `aws`, the AWS CLI, is not on PATH → install it"
            })
    void saysWhatMendsAProgramThatIsMissingOrOld(String program, String script, String check, int exit, String said)
            throws IOException {
        if (script == null) {
            Files.delete(folder.resolve("bin").resolve(program));
        } else {
            program(program, script);
        }

        CommandOutcome outcome =
                doctor("--json", "--aws", "--timeout", script != null && script.startsWith("while") ? "1" : "60");

        assertThat(status(outcome, check)).startsWith(said);
        assertThat(outcome.exit()).isEqualTo(exit);
    }

    @Test
    void asksMoreOfTerraformForALockFile() throws IOException {
        Files.writeString(
                folder.resolve("environments/shop.tfvars"),
                ENVIRONMENT + "state = { bucket = \"state\", key = \"k\", region = \"eu-west-1\" }\n");
        program("terraform", "echo 'Terraform v1.9.8'");

        assertThat(status(doctor("-e", "shop", "--json"), "Terraform"))
                .startsWith("failed: 1.9.8, and state in S3 with a lock file needs 1.10.0 or later");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.100.0 | ok: hashicorp/aws 5.100.0",
                "5.22.0  | failed: hashicorp/aws 5.22.0, and the stack takes >= 5.23, < 7",
                "6.66.0  | ok: hashicorp/aws 6.66.0",
                "7.0.0   | failed: hashicorp/aws 7.0.0, and the stack takes >= 5.23, < 7"
            })
    void readsTheProvidersLock(String version, String said) throws IOException {
        stack(version);

        assertThat(status(doctor("-e", "shop", "--json"), "provider lock")).startsWith(said);
    }

    @Test
    void saysHowToGetTheStackAndItsLock() throws IOException {
        assertThat(status(doctor("-e", "shop", "--json"), "provider lock")).endsWith("tollgate synth -e shop");
        stack("5.100.0");
        Files.delete(folder.resolve("out/stacks/shop/.terraform.lock.hcl"));

        assertThat(status(doctor("-e", "shop", "--json"), "provider lock"))
                .startsWith("warning: no lock file in")
                .endsWith(" init");
    }

    @Test
    void findsTempFoldersThatNobodyUses() throws IOException {
        for (String name : List.of("jsii-kernel-a", "jsii-java-runtime1", "tollgate.Ab12", "else")) {
            Path left = Files.createDirectory(folder.resolve("tmp").resolve(name));
            Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
        Files.createDirectory(folder.resolve("tmp/jsii-kernel-in-use"));

        CommandOutcome outcome = doctor("--json");

        assertThat(status(outcome, "temp folders"))
                .startsWith("warning: 3 left over")
                .contains("-exec rm -r");
        assertThat(outcome.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sts get-caller-identity | - | AWS identity | unknown: AccessDenied: sts get-caller-identity → aws configure sso",
                "sts get-caller-identity | no JSON | AWS identity | unknown: no JSON",
                "route53 list-hosted-zones-by-name | {\"HostedZones\":[]} | hosted zone | failed: this account has no public zone `example.com` → aws route53 create-hosted-zone",
                "route53 list-hosted-zones-by-name | {\"HostedZones\":[{\"Id\":\"a\",\"Name\":\"example.com.\",\"Config\":{\"PrivateZone\":true}}]} | hosted zone | failed: this account has no public zone",
                "route53 list-hosted-zones-by-name | {\"HostedZones\":[{\"Id\":\"a\",\"Name\":\"example.com.\"},{\"Id\":\"b\",\"Name\":\"example.com.\"}]} | hosted zone | failed: 2 public zones",
                "cognito-idp describe-user-pool-domain | {\"DomainDescription\":{\"UserPoolId\":\"p\",\"AWSAccountId\":\"9\"}} | domain prefix | warning: `shop` is user pool p's in account 9",
                "apigateway get-account | {\"throttleSettings\":{\"rateLimit\":100}} | role for logs | failed: API Gateway has no role for logs in this account and region",
                "apigateway get-account | {\"cloudwatchRoleArn\":\"r\",\"throttleSettings\":{\"rateLimit\":100}} | request rate | warning: `throttle.rate` is 500; the account's limit is 100",
                "apigateway get-account | - | role for logs | unknown: AccessDenied: apigateway get-account → allow `apigateway:GET`",
                "service-quotas list-service-quotas | {\"Quotas\":[]} | size of the API | unknown: the account's quota is not in the list",
                "service-quotas list-service-quotas | {\"Quotas\":[{\"QuotaName\":\"Resources per API\",\"Value\":0}]} | size of the API | failed: 1 of 0",
                "lambda get-account-settings | {\"AccountLimit\":{\"ConcurrentExecutions\":10}} | concurrent executions | warning: 10 for all functions"
            })
    void saysWhatTheAccountLacks(String asked, String answer, String check, String said) throws IOException {
        String aws = Files.readString(folder.resolve("bin/aws"));
        String line = answer.equals("-")
                ? "\"" + asked + "\") echo 'AccessDenied: " + asked + "' >&2; exit 254 ;;\n"
                : "\"" + asked + "\") echo '" + answer + "' ;;\n";
        program("aws", aws.replace("#!/bin/sh\n", "").replace("in\n", "in\n" + line));

        CommandOutcome outcome = doctor("-e", "shop", "--aws", "--json");

        assertThat(status(outcome, check)).startsWith(said);
        assertThat(outcome.exit()).isEqualTo(said.startsWith("failed") ? 1 : said.startsWith("unknown") ? 3 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | A     | ok: `example.com` has an A record",
                "true  | A     | warning: `example.com` has an A record, and `apex_placeholder` makes one",
                "false | NS    | failed: `example.com` has no A record in the zone",
                "true  | NS    | ok: `example.com` has no A record yet; this environment makes it"
            })
    void looksForTheParentOfTheAuthDomain(boolean placeholder, String type, String said) throws IOException {
        Files.writeString(
                folder.resolve("environments/shop.tfvars"),
                ENVIRONMENT.replace(
                        "api = \"api.example.com\"", "auth = \"auth.example.com\", apex_placeholder = " + placeholder));
        String aws = Files.readString(folder.resolve("bin/aws"));
        program(
                "aws",
                aws.replace("#!/bin/sh\n", "")
                        .replace(
                                "in\n",
                                "in\n\"route53 list-resource-record-sets\") echo '{\"ResourceRecordSets\":[{\"Name\":"
                                        + "\"example.com.\",\"Type\":\"" + type + "\"}]}' ;;\n"));

        assertThat(status(doctor("-e", "shop", "--aws", "--json"), "parent of auth"))
                .startsWith(said);
    }

    @Test
    void keepsWhatAProgramSaysFromSteeringTheTerminal() throws IOException {
        program("terraform", "printf '\\033[31mred\\n' >&2; exit 1");

        assertThat(doctor().out()).contains("\\u001b[31mred").doesNotContain("\u001b");
    }

    @Test
    void refusesAnEnvironmentThatIsNotThere() {
        assertThat(doctor("-e", "shap").exit()).isEqualTo(2);
    }
}
