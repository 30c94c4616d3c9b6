package dev.tollgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HclPositionsTest {

    private static final String TEXT = """
            # comment { "
            resource "aws_thing" "one" {
              name = "a ${upper("b } \\" {")} $${no} c" // { more
              /* block = { */ size = 3
              policy = <<-EOT
                { "resource": "x" }
                name = "not an attribute"
                EOT
              nested {
                inner { deep = [1, 2,
                  { key = "v", "quoted key" : 2 }] }
              }
              nested { other = (1 +
                2) }
              tags = { Name = "x", for_x = { y = 1 }
                second = jsonencode({ z = 1 })
              }
              all = { for k, v in var.m : k => v }
              last = true
            }
            locals { a = 1 }
            locals {
              b = <<EOF
            }
            EOF
              c = "é😀"
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resource.aws_thing.one.0                 | 2:1",
                "resource.aws_thing.one.0.name            | 3:3",
                "resource.aws_thing.one.0.size            | 4:19",
                "resource.aws_thing.one.0.policy          | 5:3",
                "resource.aws_thing.one.0.policy.resource | 5:3",
                "resource.aws_thing.one.0.nested.0        | 9:3",
                "resource.aws_thing.one.0.nested.0.inner.0.deep     | 10:13",
                "resource.aws_thing.one.0.nested.0.inner.0.deep.2   | 11:7",
                "resource.aws_thing.one.0.nested.0.inner.0.deep.2.key         | 11:9",
                "resource.aws_thing.one.0.nested.0.inner.0.deep.2.quoted key  | 11:20",
                "resource.aws_thing.one.0.nested.1        | 13:3",
                "resource.aws_thing.one.0.nested.1.other  | 13:12",
                "resource.aws_thing.one.0.tags.Name       | 15:12",
                "resource.aws_thing.one.0.tags.for_x.y    | 15:34",
                "resource.aws_thing.one.0.tags.second     | 16:5",
                "resource.aws_thing.one.0.all             | 18:3",
                "resource.aws_thing.one.0.last            | 19:3",
                "resource.aws_thing.one.0.nowhere         | 2:1",
                "locals.0.a                               | 21:10",
                "locals.1.b                               | 23:3",
                "locals.1.c                               | 26:3",
            })
    void findsBlocksAttributesAndPartsOfObjects(String path, String place) {
        Position at = HclPositions.of("main.tf", TEXT);
        for (String step : path.split("\\.", -1)) {
            at = step.matches("[0-9]+") ? at.item(Integer.parseInt(step)) : at.member(step);
        }

        assertThat(at.location()).hasToString("main.tf:" + place);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        Position root = HclPositions.of("main.tf", "\uFEFFlocals { a = \"😀\", b = 1 }\r\nx = 2\r\n");

        assertThat(root.member("x").location()).hasToString("main.tf:2:1");
    }

    @Test
    void refusesWhatIsDeeperThanAnyStack() {
        assertThatThrownBy(() -> HclPositions.of("main.tf", "a = " + "[".repeat(100_000)))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("main.tf:1:2\\d\\d: more than 200 levels of brackets");
    }
}
