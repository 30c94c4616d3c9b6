package dev.tollgate.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import dev.tollgate.testing.Folder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two environments of one account take from each other. */
class SharedNamesTest {

    private static final String FILE = """
            name = "%s"
            region = "%s"
            api_type = "rest"
            user_pool = { %s }
            resource_servers = { api = { scopes = { all = "All" } } }
            clients = { machine = { oauth_flows = ["client_credentials"], scopes = ["api/all"] } }
            functions = { books = { source = "lambdas/books", handler = "app.handler", runtime = "python3.12"%s } }
            routes = { "GET /books" = { function = "books", scopes = ["api/all"] } }
            access_log = { account_role = false }
            %s
            """;

    @TempDir
    private Path temp;

    private Folder project;

    @BeforeEach
    void makeFunction() throws IOException {
        project = new Folder(temp);
        project.write("lambdas/books/app.py", "def handler(event, context): pass\n");
    }

    private void write(String environment, String name, String region, String pool, String function, String more)
            throws IOException {
        project.write("environments/" + environment + ".tfvars", FILE.formatted(name, region, pool, function, more));
    }

    private List<Finding> shared() {
        Pipeline pipeline = new Pipeline(temp, LocalDate.of(2026, 11, 21));
        return pipeline.validate(pipeline.environments()).stream()
                .flatMap(judged -> judged.findings().stream())
                .filter(finding -> finding.rule().equals("name-shared"))
                .toList();
    }

    @Test
    void saysNothingOfEnvironmentsThatShareNoName() throws IOException {
        write("one", "books-one", "eu-west-1", "domain_prefix = \"one\"", "", "");
        write("two", "books-two", "eu-west-1", "domain_prefix = \"two\"", "", "");

        assertThat(shared()).isEmpty();
    }

    @Test
    void reportsAFunctionsRoleWhateverItsCaseAndRegion() throws IOException {
        write("one", "books", "eu-west-1", "domain_prefix = \"one\"", "", "");
        write("two", "shop", "us-east-1", "domain_prefix = \"two\"", ", name = \"Books-Books\"", "");

        assertThat(shared()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("functions.books");
            assertThat(finding.location().file()).isEqualTo("environments/two.tfvars");
            assertThat(finding.message()).startsWith("`two` and `one` would both make the IAM role `Books-Books`,");
        });
    }

    @Test
    void reportsOneNameOnceForAllThatIsMadeOfIt() throws IOException {
        write("one", "books", "eu-west-1", "domain_prefix = \"one\"", "", "");
        write("two", "books", "eu-west-1", "domain_prefix = \"two\"", "", "");

        assertThat(shared()).singleElement().satisfies(finding -> assertThat(finding.message())
                .contains("the IAM role `books-books`, and 3 more of one name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "domain_prefix = \"same\"                              | | user_pool.domain_prefix | domain prefix `same`",
                "domain_prefix = \"@\", ssm_prefix = \"/auth\"         | | user_pool.ssm_prefix | SSM parameter `/auth/",
                "domain_prefix = \"@\" | tables = { Books = { hash_key = \"id\" } } | tables.Books | table `Books`",
                "domain_prefix = \"@\" | custom_domain = { zone = \"example.com\", api = \"api.example.com\" } | custom_domain.api | domain name `api.example.com`",
                "domain_prefix = \"@\" | custom_domain = { zone = \"example.com\", api = \"@.example.com\", certificate_names = [\"c.example.com\"] } | custom_domain.certificate_names | validation record `c.example.com`"
            })
    void reportsWhatIsThereOnce(String pool, String more, String subject, String said) throws IOException {
        for (String name : List.of("one", "two")) {
            String table = more == null ? "" : more.replace("@", name);
            write(
                    name,
                    name,
                    "eu-west-1",
                    pool.replace("@", name),
                    table.contains("tables") ? ", tables = [\"Books\"]" : "",
                    table);
        }

        assertThat(shared()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(subject);
            assertThat(finding.message()).contains(said);
        });
    }

    @Test
    void reportsTheRoleOfLogsThatTwoEnvironmentsMakeInOneRegion() throws IOException {
        for (String name : List.of("one", "two", "far")) {
            write(
                    name,
                    name,
                    name.equals("far") ? "us-east-1" : "eu-west-1",
                    "domain_prefix = \"" + name + "\"",
                    "",
                    "");
            Path file = temp.resolve("environments/" + name + ".tfvars");
            project.write(
                    "environments/" + name + ".tfvars",
                    java.nio.file.Files.readString(file).replace("account_role = false", "account_role = true"));
        }

        assertThat(shared()).singleElement().satisfies(finding -> assertThat(finding.subject())
                .isEqualTo("access_log.account_role"));
    }

    @Test
    void takesTheReasonThatTheyAreForTwoAccounts() throws IOException {
        write("one", "books", "eu-west-1", "domain_prefix = \"one\"", "", "");
        write(
                "two",
                "books",
                "eu-west-1",
                "domain_prefix = \"two\"",
                "",
                "suppress = [{ rule = \"name-shared\", subject = \"name\", reason = \"two accounts\" }]");

        assertThat(shared()).singleElement().satisfies(finding -> assertThat(finding.isSuppressed())
                .isTrue());
        Pipeline pipeline = new Pipeline(temp, LocalDate.of(2026, 11, 21));
        assertThat(pipeline.validate(List.of("two")).get(0).findings())
                .noneMatch(finding -> finding.rule().equals("suppression-unused"));
    }
}
