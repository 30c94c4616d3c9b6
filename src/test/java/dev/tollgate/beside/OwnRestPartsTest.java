package dev.tollgate.beside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deployment is made again for what is part of the API, and for nothing else. */
class OwnRestPartsTest {

    private static final Path PROJECT = Path.of("src/test/resources/project");

    @TempDir
    private Path folder;

    private Folder project;

    @BeforeEach
    void copy() throws IOException {
        new Folder(PROJECT.resolve("infra/routes")).copyTo(folder.resolve("infra/routes"));
        project = new Folder(folder);
        project.write("infra/routes/answer.json", "{}\n");
        project.write("infra/routes/page.tf", """
                resource "aws_api_gateway_model" "job" {
                  rest_api_id = local.api
                  schema      = jsonencode(local.schema)
                  name        = "${var.name}-${var.title}-${local.longer}"
                }
                variable "title" { default = "job" }
                variable "size" { default = 1 }
                locals {
                  schema = { title = "Job" }
                  longer = local.long
                  long   = aws_sqs_queue.jobs.name
                  other  = 1
                }
                resource "aws_sqs_queue" "jobs" { name = "jobs" }
                resource "aws_sqs_queue" "mails" { name = "mails" }
                """);
        project.write("infra/routes/books_override.tf", """
                resource "aws_api_gateway_method" "get_books" { api_key_required = true }
                resource "aws_cognito_user_pool" "users" { sms_authentication_message = "{####}" }
                """);
    }

    @Test
    void areWhatDescribesTheApi() throws IOException {
        OwnRestParts parts = parts();

        assertThat(parts.addresses())
                .containsExactly(
                        "aws_api_gateway_gateway_response.missing",
                        "aws_api_gateway_model.job",
                        "aws_api_gateway_resource.jobs",
                        "module.jobs");
        assertThat(parts.triggers(List.of()).get("own_variables"))
                .isEqualTo("${sha256(jsonencode([var.name, var.title]))}");
    }

    @Test
    void areNoneOfAnotherApi() throws IOException {
        OwnRestParts parts = OwnRestParts.of(OwnTerraform.in(PROJECT, List.of("infra/other-api")));

        assertThat(parts.addresses()).isEmpty();
        assertThat(parts.triggers(List.of("aws_api_gateway_method.get_books"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "routes.tf                | path_part   = \"jobs\"    | path_part   = \"job\"      | true",
                "routes.tf                | module \"jobs\" {         | module \"jobs\" { # why    | false",
                "routes.tf                | -errors                   | -faults                    | false",
                "page.tf                  | title = \"Job\"           | title = \"A job\"          | true",
                "page.tf                  | name = \"jobs\"           | name = \"job\"             | true",
                "page.tf                  | name = \"mails\"          | name = \"mail\"            | false",
                "page.tf                  | default = \"job\"         | default = \"a job\"        | true",
                "page.tf                  | default = 1               | default = 2                | false",
                "page.tf                  | other  = 1                | other  = 2                 | false",
                "page.tf                  | local.long                | \"long\"                   | true",
                "books_override.tf        | = true                    | = false                    | true",
                "books_override.tf        | \"{####}\"                | \"Code {####}\"            | false",
                "modules/jobs/main.tf     | AWS_IAM                   | NONE                       | true",
                "answer.json              | {}                        | []                         | false",
                "response.tf.json         | RESOURCE_NOT_FOUND        | THROTTLED                  | true"
            })
    void haveADigestOfTheirOwn(String file, String from, String to, boolean isDeployed) throws IOException {
        SortedMap<String, String> before = triggers();
        project.replace("infra/routes/" + file, from, to);

        assertThat(triggers().equals(before)).isEqualTo(!isDeployed);
    }

    @Test
    void followTheFilesThatTheyRead() throws IOException {
        project.replace("infra/routes/page.tf", "jsonencode(local.schema)", "file(\"${path.module}/answer.json\")");
        SortedMap<String, String> before = triggers();
        project.append("infra/routes/answer.json", " ");

        assertThat(triggers()).isNotEqualTo(before);
    }

    private SortedMap<String, String> triggers() throws IOException {
        return parts().triggers(List.of("aws_api_gateway_method.get_books"));
    }

    private OwnRestParts parts() throws IOException {
        return OwnRestParts.of(OwnTerraform.in(folder, List.of("infra/routes")));
    }
}
