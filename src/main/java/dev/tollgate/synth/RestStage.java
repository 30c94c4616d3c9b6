package dev.tollgate.synth;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.api_gateway_account.ApiGatewayAccount;
import com.hashicorp.cdktf.providers.aws.api_gateway_deployment.ApiGatewayDeployment;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_settings.ApiGatewayMethodSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_settings.ApiGatewayMethodSettingsSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_stage.ApiGatewayStage;
import com.hashicorp.cdktf.providers.aws.api_gateway_stage.ApiGatewayStageAccessLogSettings;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRole;
import com.hashicorp.cdktf.providers.aws.iam_role_policy_attachment.IamRolePolicyAttachment;
import dev.tollgate.model.Environment;
import java.util.List;
import java.util.SortedMap;
import software.constructs.Construct;

/** A REST API's deployment, made again when its definition changes, and the stage that shows it to the world. */
final class RestStage extends Construct {

    private static final List<String> LOG_FIELDS = List.of(
            "requestId", "$context.requestId",
            "ip", "$context.identity.sourceIp",
            "requestTime", "$context.requestTime",
            "httpMethod", "$context.httpMethod",
            "resourcePath", "$context.resourcePath",
            "status", "$context.status",
            "protocol", "$context.protocol",
            "responseLength", "$context.responseLength",
            "responseLatency", "$context.responseLatency",
            "errorMessage", "$context.error.message",
            "errorType", "$context.error.responseType",
            "authorizerError", "$context.authorizer.error",
            "authorizerStatus", "$context.authorizer.status",
            "clientId", "$context.authorizer.claims.client_id",
            "integrationStatus", "$context.integration.status",
            "integrationError", "$context.integration.error");

    private final Environment environment;
    private final Surroundings surroundings;
    private final ApiGatewayStage stage;

    RestStage(
            Construct scope,
            String id,
            Environment environment,
            String apiId,
            SortedMap<String, String> triggers,
            Surroundings surroundings) {
        super(scope, id);
        this.environment = environment;
        this.surroundings = surroundings;
        ApiGatewayDeployment deployment = Address.named(
                "api",
                ApiGatewayDeployment.Builder.create(this, "deployment")
                        .restApiId(apiId)
                        .triggers(triggers)
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .createBeforeDestroy(true)
                                .build())
                        .build());
        stage = Address.named("api", stage(apiId, deployment));
        settings(apiId);
    }

    private ApiGatewayStage stage(String apiId, ApiGatewayDeployment deployment) {
        ApiGatewayStage.Builder builder = ApiGatewayStage.Builder.create(this, "stage")
                .restApiId(apiId)
                .deploymentId(deployment.getId())
                .stageName(environment.stage())
                .accessLogSettings(ApiGatewayStageAccessLogSettings.builder()
                        .destinationArn(Api.accessLog(this).getArn())
                        .format(Api.logFormat(LOG_FIELDS))
                        .build());
        if (environment.accessLog().accountRole().orElse(false)) {
            builder.dependsOn(List.of(accountRole()));
        }
        return builder.build();
    }

    /** One per account and region, so it is made only where the file says that this environment owns it. */
    private ApiGatewayAccount accountRole() {
        IamRole role = Address.named(
                "api_gateway_logs",
                IamRole.Builder.create(this, "logs-role")
                        .name(Late.text("name") + "-api-gateway-logs")
                        .assumeRolePolicy(PolicyDocument.trusting("apigateway.amazonaws.com"))
                        .build());
        IamRolePolicyAttachment attachment = Address.named(
                "api_gateway_logs",
                IamRolePolicyAttachment.Builder.create(this, "logs-policy")
                        .role(role.getName())
                        .policyArn("arn:" + surroundings.partition()
                                + ":iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs")
                        .build());
        return Address.named(
                "account",
                ApiGatewayAccount.Builder.create(this, "account")
                        .cloudwatchRoleArn(role.getArn())
                        .dependsOn(List.of(attachment))
                        .build());
    }

    /** For every route; bodies and tokens are never logged. */
    private void settings(String apiId) {
        ApiGatewayMethodSettingsSettings.Builder settings = ApiGatewayMethodSettingsSettings.builder()
                .loggingLevel(Late.text("access_log", "level"))
                .metricsEnabled(Late.value("access_log", "metrics"))
                .dataTraceEnabled(false);
        if (environment.throttled()) {
            settings.throttlingRateLimit(Late.number("throttle", "rate"))
                    .throttlingBurstLimit(Late.number("throttle", "burst"));
        }
        Address.named(
                "all",
                ApiGatewayMethodSettings.Builder.create(this, "settings")
                        .restApiId(apiId)
                        .stageName(stage.getStageName())
                        .methodPath("*/*")
                        .settings(settings.build())
                        .build());
    }

    /** The stage's name, known once it is there. */
    String name() {
        return stage.getStageName();
    }

    /** The stage's address on API Gateway's own domain. */
    String invokeUrl() {
        return stage.getInvokeUrl();
    }
}
