package dev.tollgate.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.LocalBackendConfig;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.data_aws_partition.DataAwsPartitionConfig;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableConfig;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableServerSideEncryption;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionConfig;
import com.hashicorp.cdktf.providers.aws.lambda_function.LambdaFunctionEnvironment;
import com.hashicorp.cdktf.providers.aws.provider.AwsProviderConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.CorsKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.FunctionKeys;
import dev.tollgate.schema.ThrottleKeys;
import dev.tollgate.schema.UserPoolKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElementsTest {

    private static final KeyPath KEY = KeyPath.of("a", "b");

    private final Elements elements = new Elements();

    @Test
    void writesWhatTheScriptReads() throws Exception {
        Variable f = Variable.of(EnvironmentKeys.FUNCTIONS).entry("f");
        Element provider = elements.provider(
                "elsewhere",
                AwsProviderConfig.builder().region("us-east-1").alias("there").build());
        Element role = elements.add(
                KEY, "one", IamRoleConfig.builder().assumeRolePolicy("{}").build());
        Element partition =
                elements.add(KEY, "current", DataAwsPartitionConfig.builder().build());
        elements.add(
                        KEY,
                        "two",
                        LambdaFunctionConfig.builder()
                                .functionName("f-" + partition.attribute("partition"))
                                .role(role.attribute("arn"))
                                .timeout(f.at(FunctionKeys.TIMEOUT).number())
                                .memorySize(128)
                                .architectures(List.of("arm64"))
                                .layers(f.at(FunctionKeys.TABLES).texts())
                                .publish(Variable.of(EnvironmentKeys.ACCESS_LOG, AccessLogKeys.METRICS)
                                        .negated())
                                .environment(LambdaFunctionEnvironment.builder()
                                        .variables(
                                                f.at(FunctionKeys.ENVIRONMENT).textMap())
                                        .build())
                                .tags(Map.of("a", "b"))
                                .lifecycle(TerraformResourceLifecycle.builder()
                                        .createBeforeDestroy(true)
                                        .build())
                                .build())
                .after(List.of(role, partition))
                .by(provider);
        elements.output("three", TerraformOutputConfig.builder().value(1.5).build());
        elements.backend(LocalBackendConfig.builder().path("state").build()).override("odd", true);

        assertThat(json()).isEqualTo(new ObjectMapper().readTree("""
                [{"type": "@cdktf/provider-aws.provider.AwsProviderConfig", "id": "elsewhere",
                  "config": {"alias": "there", "region": "us-east-1"}},
                 {"type": "@cdktf/provider-aws.iamRole.IamRoleConfig", "id": "aws_iam_role.one", "name": "one",
                  "config": {"assumeRolePolicy": "{}"}},
                 {"type": "@cdktf/provider-aws.dataAwsPartition.DataAwsPartitionConfig",
                  "id": "data.aws_partition.current", "name": "current", "config": {}},
                 {"type": "@cdktf/provider-aws.lambdaFunction.LambdaFunctionConfig",
                  "id": "aws_lambda_function.two", "name": "two", "provider": "elsewhere",
                  "after": ["aws_iam_role.one", "data.aws_partition.current"],
                  "config": {"functionName": "f-${data.aws_partition.current.partition}", "role": "${aws_iam_role.one.arn}",
                    "timeout": "${var.functions[\\"f\\"].timeout}", "memorySize": 128, "architectures": ["arm64"],
                    "layers": "${var.functions[\\"f\\"].tables}", "publish": "${!var.access_log.metrics}", "tags": {"a": "b"},
                    "environment": {"variables": "${var.functions[\\"f\\"].environment}"}, "lifecycle": {"createBeforeDestroy": true}}},
                 {"type": "cdktf.TerraformOutputConfig", "id": "three", "config": {"value": 1.5}},
                 {"type": "cdktf.LocalBackendConfig", "config": {"path": "state"}, "overrides": {"odd": true}}]
                """));
    }

    @Test
    void writesStructsInStructs() throws Exception {
        elements.add(
                KEY,
                "t",
                DynamodbTableConfig.builder()
                        .name("t")
                        .serverSideEncryption(DynamodbTableServerSideEncryption.builder()
                                .enabled(Variable.of(EnvironmentKeys.USER_POOL, UserPoolKeys.SELF_SIGN_UP)
                                        .value())
                                .build())
                        .build());

        assertThat(json().get(0).get("config"))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"name\": \"t\", \"serverSideEncryption\": {\"enabled\": \"${var.user_pool.self_sign_up}\"}}"));
    }

    @Test
    void knowsNoValueOfATemplate() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Variable.of(EnvironmentKeys.THROTTLE, ThrottleKeys.RATE)
                        .number()
                        .intValue())
                .withMessageContaining("${var.throttle.rate}");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Variable.of(EnvironmentKeys.CORS, CorsKeys.ALLOW_ORIGINS)
                        .texts()
                        .size());
    }

    @Test
    void namesNoKeyOfAnotherObject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variable.of(EnvironmentKeys.THROTTLE, FunctionKeys.TIMEOUT))
                .withMessage("`var.throttle` has no key timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Variable.of(EnvironmentKeys.THROTTLE).entry("one"))
                .withMessage("`var.throttle` has no entries");
    }

    @Test
    void givesAnAddressToResourcesAlone() {
        Element provider = elements.provider("aws", AwsProviderConfig.builder().build());

        assertThatIllegalStateException().isThrownBy(() -> provider.attribute("region"));
    }

    @Test
    void refusesWhatNoConfigurationHolds() {
        elements.output(
                "late", TerraformOutputConfig.builder().value(Instant.EPOCH).build());

        assertThatIllegalArgumentException().isThrownBy(elements::json).withMessageContaining("java.time.Instant");
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(elements.json());
    }
}
