package dev.tollgate.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text declares, and where, whatever else is in it. */
class OwnHclTest {

    private static final String TEXT = """
            # resource "aws_a" "comment" {}
            // resource "aws_a" "comment" {}
            /* resource "aws_a" "comment" {
            } */
            resource "aws_a" "one" {
              name   = "a } ${jsonencode({ b = "}" })} \\" { $${ ${"${"}"}"} end"
              policy = <<-EOT
                resource "aws_a" "heredoc" { ${var.x}
                EOT
              inner "label" { list = [
                1, # }
                { a = 1 }
              ] }
              after = 1
            }
            locals { a = 1 }
            locals {
              b = [for x in var.xs : x if x == "}"]
              c = a == b ? "1" : "2"
            }
            module "m" { source = "./m" /* { */ }
            output bare { value = 1 }
            variable "é_x" {}
            """;

    @Test
    void findsWhatIsDeclaredAndWhere() {
        OwnBody body = OwnHcl.read("own.tf", TEXT);

        assertThat(body.unclosed()).isEmpty();
        assertThat(names(body))
                .containsExactly(
                        "aws_a.one own.tf:5:1",
                        "local.a own.tf:16:10",
                        "local.b own.tf:18:3",
                        "local.c own.tf:19:3",
                        "module.m own.tf:21:1",
                        "output.bare own.tf:22:1",
                        "var.é_x own.tf:23:1");
        OwnBlock one = body.blocks().get(0);
        assertThat(one.body().attributes()).extracting(OwnAttribute::name).containsExactly("name", "policy", "after");
        assertThat(one.body().blocks())
                .extracting(OwnBlock::type, OwnBlock::labels)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("inner", List.of("label")));
        assertThat(body.blocks().get(3).body().attribute("source").flatMap(OwnAttribute::literal))
                .contains("./m");
    }

    /** A digest of it must not change with what it does not say. */
    @Test
    void readsTheSameBlockWhateverItsLayout() {
        String plain = "resource \"a\" \"b\" {\n  x = \"1  #\" # why\n\n  /* y */ z = [ 1,2 ]\n}\n";
        String other = "\n\nresource \"a\" \"b\" {\r\n\tx = \"1  #\"\n  z   = [ 1,2 ] // more\n}";

        assertThat(text(plain)).isEqualTo(text(other)).isNotEqualTo(text(plain.replace("1  #", "1 #")));
    }

    private static String text(String text) {
        return OwnHcl.read("own.tf", text).blocks().get(0).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`resource \"a\" \"b\" {\n  x = 1\n` | 1 | 18",
                "`a {\n  b {\n  }\n` | 1 | 3",
                "`a {\n  b {\n  c = 1\n}\n` | 1 | 3",
                "`locals {\n  x = [1,\n  2\n}\n` | 1 | 8",
                "`locals {\n  x = <<EOT\n  EOTS\n}\n` | 2 | 7",
                "`x = 1\n/* a\n` | 2 | 1",
                "`locals { x = 1 /* a }\n` | 1 | 16"
            })
    void saysWhatIsNeverClosed(String text, int line, int column) {
        assertThat(OwnHcl.read("own.tf", text).unclosed().map(OwnBody.Broken::location))
                .hasValueSatisfying(
                        at -> assertThat(List.of(at.line(), at.column())).containsExactly(line, column));
    }

    /** Pieces of the language in any order: it ends, it fails nowhere, and every place is in the text. */
    @Test
    void readsAnyText() {
        List<String> pieces = List.of(
                "resource",
                " \"a\" \"b\" ",
                "{",
                "}",
                "\n",
                "\r\n",
                "=",
                "==",
                "\"",
                "${",
                "%{",
                "$${",
                "\\",
                "\\\"",
                "<<EOT\n",
                "<<-EOT\n",
                "EOT\n",
                "EOT",
                "#",
                "//",
                "/*",
                "*/",
                "[",
                "]",
                "(",
                ")",
                "x",
                " ",
                "\t",
                "é",
                "\uD83D\uDE00",
                "\uFEFF",
                "\u0000",
                ",",
                "locals",
                "1",
                "<<",
                "- ",
                ".");
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            OwnBody body = OwnHcl.read("own.tf", text.toString());
            long lines = text.chars().filter(c -> c == '\n').count() + 1;
            body.blocks().forEach(block -> {
                assertThat(block.location().line()).isLessThanOrEqualTo((int) lines);
                block.declared().forEach(name -> assertThat(name.address()).isNotEmpty());
            });
        }
    }

    /** A mistake of its kind takes a moment, not a minute. */
    @Test
    void readsLongTextsInOneGo() {
        for (String piece : List.of("{", "a {", "/*", "\"${", "<<A\n", "a{} ", "x = [", "\"", "#", "a {\n")) {
            OwnHcl.read("own.tf", piece.repeat(200_000));
        }
    }

    /** Whatever of a valid text is left out, what is declared before that is still seen. */
    @Test
    void seesTheBeginningOfATextThatIsCutOff() {
        for (int end = TEXT.indexOf("locals"); end < TEXT.length(); end++) {
            assertThat(names(OwnHcl.read("own.tf", TEXT.substring(0, end)))).contains("aws_a.one own.tf:5:1");
        }
    }

    @Test
    void readsTheSameFromJson() {
        OwnBody body = OwnJson.read("own.tf.json", """
                {
                  "//": "about",
                  "resource": {
                    "aws_a": [{ "one": { "name": "${var.x}" } }, { "two": [{ "count": 1 }] }]
                  },
                  "locals": [{ "a": 1 }, { "b": { "c": [1] } }],
                  "provider": { "aws": [{ "region": "x" }, { "alias": "other" }] },
                  "terraform": { "backend": { "s3": {} }, "required_providers": { "x": { "source": "a/x" } } },
                  "module": { "m": { "source": "./m" } }
                }
                """);

        assertThat(names(body))
                .containsExactly(
                        "aws_a.one own.tf.json:4:17",
                        "aws_a.two own.tf.json:4:60",
                        "local.a own.tf.json:6:16",
                        "local.b own.tf.json:6:28",
                        "provider.aws own.tf.json:7:25",
                        "provider.aws.other own.tf.json:7:44",
                        "terraform.backend own.tf.json:8:18",
                        "terraform.required_providers own.tf.json:8:43",
                        "module.m own.tf.json:9:15");
        assertThat(OwnJson.read("own.tf.json", "[1, {").unclosed()).isPresent();
        assertThat(OwnJson.read("own.tf.json", "").unclosed()).isEmpty();
    }

    private static List<String> names(OwnBody body) {
        return body.blocks().stream()
                .flatMap(block -> block.declared().stream())
                .map(name -> name.address() + " " + name.location())
                .toList();
    }
}
