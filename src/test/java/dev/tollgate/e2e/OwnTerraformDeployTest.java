package dev.tollgate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Own Terraform beside a stack, on AWS's stand-in: one apply makes it live, and a second plan is empty. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnTerraformDeployTest {

    private static final String BILLS = """
            name      = "bills"
            region    = "eu-west-1"
            api_type  = "%s"
            %s
            user_pool = { domain_prefix = "bills-example", deletion_protection = false }
            clients   = { people = { auth_flows = ["USER_SRP", "REFRESH_TOKEN"] } }
            functions = { echo = { source = "lambdas/echo", handler = "index.handler", runtime = "nodejs22.x" } }
            routes    = { "GET /bills" = { function = "echo" } }
            access_log = { retention_days = 7%s }
            """;

    private static final String REST = BILLS.formatted("rest", "stage = \"v1\"", ", account_role = true");

    private static final String HTTP =
            BILLS.formatted("http", "", "").replace("\"bills", "\"notes").replace("/bills", "/notes");

    private static final String WITH_OWN = "terraform = [\"infra/bills\"]\n";

    private static final String JOBS = """
            locals { api = aws_api_gateway_rest_api.api.id }

            variable "jobs_key" {
              default = false
            }

            resource "aws_api_gateway_resource" "jobs" {
              rest_api_id = local.api
              parent_id   = aws_api_gateway_rest_api.api.root_resource_id
              path_part   = "jobs"
            }

            resource "aws_api_gateway_method" "post_jobs" {
              rest_api_id      = local.api
              resource_id      = aws_api_gateway_resource.jobs.id
              http_method      = "POST"
              authorization    = "COGNITO_USER_POOLS"
              authorizer_id    = aws_api_gateway_authorizer.cognito.id
              api_key_required = var.jobs_key
            }

            module "post_jobs" {
              source     = "./modules/call"
              api        = aws_api_gateway_rest_api.api.id
              resource   = aws_api_gateway_resource.jobs.id
              method     = aws_api_gateway_method.post_jobs.http_method
              invoke_arn = aws_lambda_function.echo.invoke_arn
            }
            """;

    private static final String CALL = """
            variable "api" {}
            variable "resource" {}
            variable "method" {}
            variable "invoke_arn" {}

            resource "aws_api_gateway_integration" "call" {
              rest_api_id             = var.api
              resource_id             = var.resource
              http_method             = var.method
              type                    = "AWS_PROXY"
              integration_http_method = "POST"
              uri                     = var.invoke_arn
            }
            """;

    private static final String QUEUE = """
            resource "aws_sqs_queue" "jobs" {
              name = "${var.name}-jobs"
            }

            output "queue" { value = aws_sqs_queue.jobs.url }
            """;

    private static Emulator emulator;
    private static TempProject project;
    private static Folder files;
    private static Launched tollgate;

    @BeforeAll
    static void prepare() throws IOException {
        emulator = Emulator.start();
        project = TempProject.named("own-terraform");
        files = new Folder(project.folder());
        project.environment("bills", REST);
        tollgate = new Launched(project, emulator);
        files.write("infra/bills/queue.tf", QUEUE);
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Test
    @Order(1)
    void leavesADeploymentAloneThatItIsNoPartOf() {
        Stack stack = new Stack(project.synthesized("bills").resolve("bills"), emulator).init();
        stack.apply().succeeded();
        project.environment("bills", REST + WITH_OWN);
        project.synthesized("bills");

        assertThat(stack.changes()).isEqualTo(Map.of("aws_sqs_queue.jobs", "create"));
        stack.apply().succeeded();
        assertThat(stack.plan().exit()).isZero();
    }

    @Test
    @Order(2)
    void goesLiveWithOneApply() throws IOException {
        files.write("infra/bills/jobs.tf", JOBS);
        files.write("infra/bills/modules/call/main.tf", CALL);
        files.write(
                "infra/bills/bills_override.tf",
                "resource \"aws_api_gateway_method\" \"get_bills\" {\n  api_key_required = true\n}\n");

        Run deploy = deployed();

        assertThat(deploy.output()).contains("POST /jobs");
        assertThat(answers())
                .containsExactlyInAnyOrder(
                        "GET /bills COGNITO_USER_POOLS key bills-echo", "POST /jobs COGNITO_USER_POOLS bills-echo");
        assertThat(plan().exit()).isZero();
    }

    @Test
    @Order(3)
    void goesLiveAgainWhenWhatItSaysOrRefersToChanges() throws IOException {
        files.replace("infra/bills/jobs.tf", "default = false", "default = true");
        deployed();
        assertThat(answers()).contains("POST /jobs COGNITO_USER_POOLS key bills-echo");
        assertThat(plan().exit()).isZero();

        files.replace("infra/bills/modules/call/main.tf", "\"POST\"\n", "\"POST\"\n  timeout_milliseconds = 5000\n");
        project.synthesized("bills");
        assertThat(stack().changes())
                .containsEntry("module.post_jobs.aws_api_gateway_integration.call", "update")
                .containsEntry("aws_api_gateway_deployment.api", "create,delete");
        stack().apply().succeeded();
        assertThat(plan().exit()).isZero();

        files.append("infra/bills/queue.tf", "\n# said better\nlocals { nothing = 1 }\n");
        project.synthesized("bills");
        assertThat(stack().changes()).isEmpty();
    }

    @Test
    @Order(4)
    void isNoLongerAnsweredOnceItsFilesAreGone() throws IOException {
        files.delete("infra/bills/jobs.tf");
        files.delete("infra/bills/bills_override.tf");
        files.remove("infra/bills/modules");

        Run deploy = deployed();

        assertThat(deploy.output()).contains("one more step: POST /jobs still answered");
        assertThat(answers()).containsExactly("GET /bills COGNITO_USER_POOLS bills-echo");
        assertThat(plan().exit()).isZero();
    }

    @Test
    @Order(5)
    void endsWithTheStack() {
        stack().destroy().succeeded();

        assertThat(emulator.account().at("/sqs/eu-west-1")).isEmpty();
    }

    @Test
    @Order(6)
    void isLiveOnAnHttpApiWithOneApply() throws IOException {
        project.environment("notes", HTTP + "terraform = [\"infra/notes\"]\n");
        files.write("infra/notes/jobs.tf", """
                resource "aws_apigatewayv2_route" "post_jobs" {
                  api_id             = aws_apigatewayv2_api.api.id
                  route_key          = "POST /jobs"
                  target             = "integrations/${aws_apigatewayv2_integration.echo.id}"
                  authorization_type = "AWS_IAM"
                }
                """);
        Stack stack = new Stack(project.synthesized("notes").resolve("notes"), emulator).init();
        stack.apply().succeeded();

        assertThat(emulator.answers("notes", "$default"))
                .extracting(answer -> answer.method() + " " + answer.path() + " " + answer.authorization())
                .containsExactlyInAnyOrder("GET /notes JWT", "POST /jobs AWS_IAM");
        assertThat(stack.plan().exit()).isZero();
        stack.destroy().succeeded();
    }

    /** The same plugin under another address stands for another provider. */
    @Test
    @Order(7)
    void takesAnotherProviderAlong() throws IOException {
        Path mirror = project.folder().toAbsolutePath().resolve("mirror");
        Map<String, String> environment = new TreeMap<>(emulator.environment());
        Path installed = ProviderMirror.FOLDER.resolve("mirror");
        Folder.copy(installed, mirror);
        Folder.copy(mirror.resolve("registry.terraform.io/hashicorp"), mirror.resolve("providers.example.com/shop"));
        Path configuration = Files.writeString(
                project.folder().toAbsolutePath().resolve("mirror.rc"),
                "provider_installation {\n  filesystem_mirror {\n    path = \"" + mirror + "\"\n  }\n}\n");
        environment.put("TF_CLI_CONFIG_FILE", configuration.toString());
        project.environment("notes", HTTP + "terraform = [\"infra/notes\"]\n");
        files.delete("infra/notes/jobs.tf");
        files.write("infra/notes/providers_override.tf", """
                terraform {
                  required_providers {
                    shop = {
                      source  = "providers.example.com/shop/aws"
                      version = "~> 5.0"
                    }
                  }
                }
                """);
        files.write("infra/notes/queue.tf", QUEUE.replace("{\n  name", "{\n  provider = shop\n  name") + """
                provider "shop" { region = "eu-central-1" }
                """);

        Run plan = tollgate.run(environment, "plan", "-e", "notes");

        assertThat(plan.exit()).as(plan.output()).isZero();
        assertThat(plan.output()).contains("aws_sqs_queue.jobs");
        assertThat(files.resolve("cdktf.out/stacks/notes/.terraform.lock.hcl"))
                .content()
                .contains("providers.example.com/shop/aws", "registry.terraform.io/hashicorp/aws");
    }

    /** Terraform merges it, and the stack is as the override says. */
    @Test
    @Order(8)
    void saysWhatIsWrongBeforeAnythingIsWritten() throws IOException {
        files.write("infra/notes/again.tf", "resource \"aws_cognito_user_pool\" \"users\" {}\n");

        Run plan = tollgate.run("plan", "-e", "notes");

        assertThat(plan.exit()).isEqualTo(1);
        assertThat(plan.output())
                .contains("infra/notes/again.tf:1:1: error: `aws_cognito_user_pool.users` is in the stack already")
                .contains("nothing was written");
    }

    /** Plans and deploys as Tollgate does. */
    private static Run deployed() {
        Run plan = tollgate.run("plan", "-e", "bills");
        assertThat(plan.exit()).as(plan.output()).isZero();
        Run deploy = tollgate.run("deploy", "-e", "bills", "--plan", "plans/bills.tollgate-plan", "--yes");
        assertThat(deploy.exit()).as(deploy.output()).isZero();
        return new Run(0, plan.output() + deploy.output());
    }

    private static Stack stack() {
        return new Stack(project.folder().resolve("cdktf.out/stacks/bills"), emulator);
    }

    private static Run plan() {
        return stack().plan(project.folder().resolve("environments/bills.tfvars"));
    }

    private static List<String> answers() {
        return emulator.answers("bills", "v1").stream()
                .map(answer -> answer.method() + " " + answer.path() + " " + answer.authorization()
                        + (answer.apiKeyRequired() ? " key" : "") + " " + answer.function())
                .toList();
    }
}
