package dev.tollgate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.finding.Finding;
import dev.tollgate.schema.NotOffered;
import dev.tollgate.testing.Golden;
import dev.tollgate.tfvars.EnvironmentReader;
import dev.tollgate.tfvars.TfvarsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The page on own Terraform has what there is, and every hint leads to a heading of it. */
class OwnTerraformPageTest {

    private static final Path PAGE = Path.of("docs", "own-terraform.md");

    @Test
    void describesEveryAddressAndOutput() {
        assertThat(OwnTerraformPage.undescribed()).isEmpty();
        Golden.hold(PAGE, OwnTerraformPage.text());
    }

    @Test
    void hasAHeadingForEveryHint() throws IOException {
        List<String> anchors = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("##"))
                .map(line -> NotOffered.anchor(line.replaceFirst("#+ ", "")))
                .toList();

        assertThat(anchors).doesNotHaveDuplicates();
        assertThat(NotOffered.ALL).allSatisfy(one -> assertThat(anchors)
                .contains(one.link().substring(one.link().indexOf('#') + 1)));
        assertThat(NotOffered.ALL.stream().flatMap(one -> one.keys().stream())).doesNotHaveDuplicates();
    }

    /** A row goes when the file offers what it is about. */
    @Test
    void listsWhatTheFileDoesNotOfferAndNothingElse() {
        assertThat(NotOffered.ALL).allSatisfy(one -> assertThat(one.missing()).isEqualTo(one.keys()));
        assertThat(new NotOffered(
                                List.of(
                                        "routes.mock",
                                        "functions.layers",
                                        "user_pool.mfa",
                                        "user_pool.ui",
                                        "tags",
                                        "waf"),
                                "",
                                Optional.empty(),
                                "")
                        .missing())
                .containsExactly("routes.mock", "user_pool.ui", "waf");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/own/systems.txt", delimiter = '|', commentCharacter = '#')
    void hasAWayToWhatSystemsUse(String thing, String way) throws IOException {
        String kind = way.substring(0, way.indexOf(' '));
        String name = way.substring(kind.length() + 1);
        NotOffered asked = new NotOffered(List.of(name), thing, Optional.empty(), "");
        switch (kind) {
            case "key" -> assertThat(asked.missing()).as(thing).isEmpty();
            case "recipe" -> assertThat(Files.readAllLines(PAGE)).as(thing).contains("### " + name);
            case "page" ->
                assertThat(NotOffered.ALL).as(thing).anyMatch(one -> one.keys().contains(name));
            default -> throw new AssertionError("no such way: " + way);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "waf = {}                                          | `waf` (a web ACL) is not offered: see docs/own-terraform.md#a-web-acl",
                "websocket = true                                  | #what-the-file-does-not-offer",
                "user_pool = { branding = {} }                     | #what-the-file-does-not-offer",
                "nme = \"x\"                                       | did you mean `name`?",
                "routes = { \"GET /x\" = { function = \"x\", mock = true } } | #a-route-that-answers-itself"
            })
    void isWhereAnUnknownKeyLeads(String text, String hint) {
        List<Finding> findings = EnvironmentReader.read(
                        "own", List.of(TfvarsReader.parse("own.tfvars", text.getBytes(StandardCharsets.UTF_8))))
                .findings();

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("unknown-key"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.hint().orElse("")).contains(hint));
    }
}
