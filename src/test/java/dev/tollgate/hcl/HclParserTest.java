package dev.tollgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.UserError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclParserTest {

    private static final HclParser PARSER = HclParser.waiting();

    @AfterAll
    static void end() {
        PARSER.close();
    }

    @Test
    void readsTerraformsOwnSyntaxAsItsJson() {
        assertThat(PARSER.json("main.tf", "resource \"a\" \"b\" {\n  x = var.y + 1\n  z { n = \"é\" }\n}\n"))
                .isEqualTo("{\"resource\":{\"a\":{\"b\":[{\"x\":\"${var.y + 1}\",\"z\":[{\"n\":\"é\"}]}]}}}");
    }

    @Test
    void readsOneFileAfterAnother() {
        for (int i = 0; i < 50; i++) {
            assertThat(PARSER.json("main.tf", "a = " + i + "\n# " + "x".repeat(i * 1000)))
                    .isEqualTo("{\"a\":" + i + "}");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = | dir/a.tf:1:4: not valid HCL: Missing expression",
                "a {  | dir/a.tf:1:3: not valid HCL: Unclosed configuration block",
                "a = 1 b = 2 | dir/a.tf:1:7: not valid HCL: Missing newline after argument",
            })
    void saysWhereAFileIsNoHcl(String text, String message) {
        assertThatThrownBy(() -> PARSER.json("dir/a.tf", text))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(message);
    }
}
