package dev.tollgate.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.finding.UserError;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS does beside calling routes: named at start, or a reason not to start. */
class UnenforcedTest {

    private static List<String> notes(String type, String attributes) {
        String text = "{\"resource\": {\"" + type + "\": {\"one\": {" + attributes + "}}}}";
        return Unenforced.in(
                ConfigurationReader.read(List.of(new ConfigurationFile("case.tf.json", text)), new TreeMap<>()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_api_gateway_stage | \"canary_settings\": [{\"percent_traffic\": 10}] | the canary of",
                "aws_api_gateway_stage | \"cache_cluster_enabled\": true | the cache of",
                "aws_api_gateway_rest_api | \"minimum_compression_size\": 0 | are not compressed here",
                "aws_api_gateway_rest_api | \"endpoint_configuration\": [{\"types\": [\"PRIVATE\"]}] | is private",
                "aws_api_gateway_usage_plan | \"name\": \"u\" | usage plans",
                "aws_wafv2_web_acl_association | \"resource_arn\": \"a\" | a web ACL",
                "aws_api_gateway_vpc_link | \"name\": \"l\" | VPC links",
                "aws_api_gateway_domain_name | \"domain_name\": \"a.example\" | the custom domain",
                "aws_api_gateway_request_validator | \"name\": \"v\" | request validation beyond required parameters",
            })
    void namesWhatIsNotDoneHere(String type, String attributes, String note) {
        assertThat(notes(type, attributes)).singleElement().asString().contains(note);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_api_gateway_rest_api | \"policy\": \"{}\" | a resource policy",
                "aws_api_gateway_rest_api_policy | \"policy\": \"{}\" | a resource policy",
                "aws_apigatewayv2_domain_name | \"mutual_tls_authentication\": [{\"truststore_uri\": \"s3://a/b\"}] | client certificates",
            })
    void doesNotStartWhereMoreCallersWouldGetIn(String type, String attributes, String what) {
        assertThatThrownBy(() -> notes(type, attributes))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("has " + what);
    }
}
