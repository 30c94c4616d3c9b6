package dev.tollgate.synth;

import com.hashicorp.cdktf.providers.aws.api_gateway_account.ApiGatewayAccountConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_deployment.ApiGatewayDeploymentConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_settings.ApiGatewayMethodSettingsConfig;
import com.hashicorp.cdktf.providers.aws.api_gateway_method_settings.ApiGatewayMethodSettingsSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_stage.ApiGatewayStageAccessLogSettings;
import com.hashicorp.cdktf.providers.aws.api_gateway_stage.ApiGatewayStageConfig;
import com.hashicorp.cdktf.providers.aws.iam_role.IamRoleConfig;
import com.hashicorp.cdktf.providers.aws.iam_role_policy_attachment.IamRolePolicyAttachmentConfig;
import dev.tollgate.finding.KeyPath;
import dev.tollgate.model.Environment;
import dev.tollgate.model.LogGroups;
import dev.tollgate.schema.AccessLogKeys;
import dev.tollgate.schema.EnvironmentKeys;
import dev.tollgate.schema.ThrottleKeys;
import java.util.List;
import java.util.SortedMap;

/** A REST API's deployment, made again when its definition changes, and the stage that shows it to the world. */
final class RestStage {

    private static final List<String> LOG_FIELDS = List.of(
            "requestId", "$context.requestId",
            "extendedRequestId", "$context.extendedRequestId",
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

    private static final KeyPath ACCOUNT_ROLE = KeyPath.of("access_log", "account_role");

    private final Elements elements;
    private final Environment environment;
    private final Surroundings surroundings;
    private final Element stage;
    private final Element settings;

    RestStage(
            Elements elements,
            Environment environment,
            String apiId,
            RestDefinition definition,
            List<Element> permissions,
            SortedMap<String, String> triggers,
            Surroundings surroundings) {
        this.elements = elements;
        this.environment = environment;
        this.surroundings = surroundings;
        Element deployment = elements.add(
                        KeyPath.of("routes"),
                        definition.deployment(),
                        ApiGatewayDeploymentConfig.builder()
                                .restApiId(apiId)
                                .triggers(triggers)
                                .build())
                .createdBeforeDestroyed()
                .after(definition.elements())
                .after(permissions);
        stage = stage(apiId, deployment);
        settings = settings(apiId);
    }

    /**
     * Made before the stage, and whatever the level is, for a late value may raise it: API Gateway would make a group
     * that nobody manages and that keeps entries for ever.
     */
    private Element executionLog(String apiId) {
        return elements.add(
                        KeyPath.of("access_log"),
                        "execution_log",
                        ApiParts.logGroup(LogGroups.execution(apiId, environment.stage())))
                .createdBeforeDestroyed();
    }

    private Element stage(String apiId, Element deployment) {
        Element made = elements.add(
                        KeyPath.of("stage"),
                        "api",
                        ApiGatewayStageConfig.builder()
                                .restApiId(apiId)
                                .deploymentId(deployment.attribute("id"))
                                .stageName(environment.stage())
                                .accessLogSettings(ApiGatewayStageAccessLogSettings.builder()
                                        .destinationArn(
                                                ApiParts.accessLog(elements).attribute("arn"))
                                        .format(ApiParts.logFormat(LOG_FIELDS))
                                        .build())
                                .build())
                .createdBeforeDestroyed()
                .after(List.of(executionLog(apiId)));
        if (environment.accessLog().accountRole().orElse(false)) {
            made.after(List.of(accountRole()));
        }
        return made;
    }

    /** One per account and region, so it is made only where the file says that this environment owns it. */
    private Element accountRole() {
        Element role = elements.add(
                        ACCOUNT_ROLE,
                        "api_gateway_logs",
                        IamRoleConfig.builder()
                                .name(Variable.of(EnvironmentKeys.NAME).text() + "-api-gateway-logs")
                                .assumeRolePolicy(PolicyDocument.trusting("apigateway.amazonaws.com"))
                                .build())
                .createdBeforeDestroyed();
        Element attachment = elements.add(
                        ACCOUNT_ROLE,
                        "api_gateway_logs",
                        IamRolePolicyAttachmentConfig.builder()
                                .role(role.attribute("name"))
                                .policyArn("arn:" + surroundings.partition()
                                        + ":iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs")
                                .build())
                .createdBeforeDestroyed();
        return elements.add(
                        ACCOUNT_ROLE,
                        "account",
                        ApiGatewayAccountConfig.builder()
                                .cloudwatchRoleArn(role.attribute("arn"))
                                .build())
                .after(List.of(attachment));
    }

    /** For every route; bodies and tokens are never logged. */
    private Element settings(String apiId) {
        ApiGatewayMethodSettingsSettings.Builder all = ApiGatewayMethodSettingsSettings.builder()
                .loggingLevel(Variable.of(EnvironmentKeys.ACCESS_LOG, AccessLogKeys.LEVEL)
                        .text())
                .metricsEnabled(Variable.of(EnvironmentKeys.ACCESS_LOG, AccessLogKeys.METRICS)
                        .value())
                .dataTraceEnabled(false);
        if (environment.throttled()) {
            all.throttlingRateLimit(Variable.of(EnvironmentKeys.THROTTLE, ThrottleKeys.RATE)
                            .number())
                    .throttlingBurstLimit(Variable.of(EnvironmentKeys.THROTTLE, ThrottleKeys.BURST)
                            .number());
        }
        return elements.add(
                        KeyPath.of("throttle"),
                        "all",
                        ApiGatewayMethodSettingsConfig.builder()
                                .restApiId(apiId)
                                .stageName(stage.attribute("stage_name"))
                                .methodPath("*/*")
                                .settings(all.build())
                                .build())
                .createdBeforeDestroyed();
    }

    /** What the stage is to have before anybody calls it. */
    List<Element> settings() {
        return List.of(settings);
    }

    /** The stage's name, known once it is there. */
    String name() {
        return stage.attribute("stage_name");
    }

    /** The stage's address on API Gateway's own domain. */
    String invokeUrl() {
        return stage.attribute("invoke_url");
    }
}
