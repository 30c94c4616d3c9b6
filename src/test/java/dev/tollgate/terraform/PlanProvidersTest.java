package dev.tollgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan tells a provider's region by what is written, and by the variables that it was made with. */
class PlanProvidersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"constant_value\": \"us-east-1\"}                                      | us-east-1",
                "{\"references\": [\"var.region\"]}                                       | eu-west-1",
                "{\"references\": [\"var.region\"], \"constant_value\": \"${var.region}\"} | eu-west-1",
                "{\"references\": [\"var.part\"]}                                         | unknown",
                "{\"references\": [\"var.region\", \"var.part\"]}                         | unknown",
                "{\"references\": [\"local.region\"]}                                     | unknown"
            })
    void tellsARegionOrSaysThatItCannot(String expression, String expected) {
        Plan plan = PlanReader.read("plan.json", """
                {"format_version": "1.2", "planned_values": {},
                 "variables": {"region": {"value": "eu-west-1"}, "part": {"value": "west"}},
                 "configuration": {"provider_config": {"aws": {"expressions": {"region": %s}}}, "root_module": {}}}
                """.formatted(expression));

        Value region = plan.after().providers().get(0).values().get("region");

        assertThat(region.text().orElse("unknown")).isEqualTo(expected);
        assertThat(region instanceof Value.Unknown).isEqualTo(expected.equals("unknown"));
    }
}
