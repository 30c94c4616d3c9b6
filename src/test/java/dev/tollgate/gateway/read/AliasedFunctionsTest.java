package dev.tollgate.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gateway.engine.LocalTarget;
import dev.tollgate.surface.CalledByPool;
import dev.tollgate.surface.SurfaceReader;
import dev.tollgate.terraform.ConfigurationFile;
import dev.tollgate.terraform.ConfigurationReader;
import dev.tollgate.terraform.Infrastructure;
import dev.tollgate.terraform.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function that is called by its alias: the same one runs here, and the alias's permissions count, not its own. */
class AliasedFunctionsTest {

    private static final String STACK = """
            {"resource": {
              "aws_apigatewayv2_api": {"api": {"name": "shop", "protocol_type": "HTTP"}},
              "aws_apigatewayv2_integration": {"f": {
                "api_id": "${aws_apigatewayv2_api.api.id}", "integration_type": "AWS_PROXY",
                "integration_uri": "${aws_lambda_%s.f.invoke_arn}", "payload_format_version": "2.0"}},
              "aws_apigatewayv2_route": {"a": {
                "api_id": "${aws_apigatewayv2_api.api.id}", "route_key": "GET /a", "authorization_type": "NONE",
                "target": "integrations/${aws_apigatewayv2_integration.f.id}"}},
              "aws_apigatewayv2_stage": {"s": {
                "api_id": "${aws_apigatewayv2_api.api.id}", "name": "$default", "auto_deploy": true}},
              "aws_cognito_user_pool": {"u": {"name": "u", "lambda_config": [{"pre_sign_up": "${aws_lambda_%1$s.f.arn}"}]}},
              "aws_lambda_function": {"f": {
                "function_name": "shop-f", "filename": "f.zip", "handler": "index.handler", "runtime": "nodejs22.x"}},
              "aws_lambda_alias": {"f": {
                "name": "live", "function_name": "${aws_lambda_function.f.function_name}",
                "function_version": "${aws_lambda_function.f.version}"}},
              "aws_lambda_permission": {"f": {
                "action": "lambda:InvokeFunction", "function_name": "${aws_lambda_function.f.function_name}",
                "principal": "apigateway.amazonaws.com"%s,
                "source_arn": "${aws_apigatewayv2_api.api.execution_arn}/*/GET/a"}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "function |                                                  | 1",
                "function | , \"qualifier\": \"live\"                        | 0",
                "alias    |                                                  | 0",
                "alias    | , \"qualifier\": \"former\"                      | 0",
                "alias    | , \"qualifier\": \"live\"                        | 1",
                "alias    | , \"qualifier\": \"${aws_lambda_alias.f.name}\"  | 1"
            })
    void runsWhatIsBehindTheAliasWithTheAliasesPermissions(String called, String qualifier, int permissions) {
        Infrastructure infrastructure = infrastructure(called, qualifier == null ? "" : qualifier);
        LocalNames names = new LocalNames(infrastructure);
        List<String> notes = new ArrayList<>();

        LocalTarget target = new ApiReader(
                        infrastructure,
                        names,
                        SurfaceReader.read(infrastructure).apis().get(0),
                        notes)
                .read()
                .routes()
                .get(0)
                .target();

        assertThat(target).isInstanceOfSatisfying(LocalTarget.Function.class, function -> {
            assertThat(function.name()).isEqualTo("shop-f");
            assertThat(function.rights().sources().orElseThrow()).hasSize(permissions);
        });
        assertThat(notes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"function", "alias"})
    void isWhatThePoolCalls(String called) {
        Infrastructure infrastructure = infrastructure(called, "");
        Resource pool = infrastructure.find("aws_cognito_user_pool.u").orElseThrow();

        assertThat(CalledByPool.of(infrastructure, pool).values())
                .extracting(Resource::address)
                .containsExactly("aws_lambda_function.f");
    }

    private static Infrastructure infrastructure(String called, String qualifier) {
        return ConfigurationReader.read(
                List.of(new ConfigurationFile("case.tf.json", STACK.formatted(called, qualifier))), new TreeMap<>());
    }
}
