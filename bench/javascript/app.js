// What Tollgate synthesizes for bench.py's environments, written by hand as a JavaScript CDKTF program.
// node app.js modules|index rest|http ROUTES OUT
"use strict";
const [, , imports, kind, routes, outdir] = process.argv;
const { App, TerraformStack } = require("cdktf");

const index = imports === "index" ? require("@cdktf/provider-aws") : undefined;
function aws(folder, type) {
  const module = index
    ? index[folder.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())]
    : require("@cdktf/provider-aws/lib/" + folder);
  return module[type];
}

const app = new App({ outdir, stackTraces: false });
const stack = new TerraformStack(app, "bench");
new (aws("provider", "AwsProvider"))(stack, "aws", { region: "eu-west-1" });

const pool = new (aws("cognito-user-pool", "CognitoUserPool"))(stack, "users", { name: "bench", deletionProtection: "ACTIVE" });
new (aws("cognito-user-pool-domain", "CognitoUserPoolDomain"))(stack, "domain", { domain: "bench", userPoolId: pool.id });
const server = new (aws("cognito-resource-server", "CognitoResourceServer"))(stack, "server", {
  identifier: "bench", name: "bench", userPoolId: pool.id, scope: [{ scopeName: "all", scopeDescription: "Every operation" }],
});
const client = new (aws("cognito-user-pool-client", "CognitoUserPoolClient"))(stack, "client", {
  name: "machine", userPoolId: pool.id, generateSecret: true, allowedOauthFlows: ["client_credentials"],
  allowedOauthFlowsUserPoolClient: true, allowedOauthScopes: server.scopeIdentifiers,
});
const lambda = new (aws("data-aws-lambda-function", "DataAwsLambdaFunction"))(stack, "function", { functionName: "bench" });
const permit = (id, sourceArn) =>
  new (aws("lambda-permission", "LambdaPermission"))(stack, "permission-" + id, {
    action: "lambda:InvokeFunction", functionName: lambda.functionName, principal: "apigateway.amazonaws.com", sourceArn,
  });
const scopes = ["bench/all"];

if (kind === "rest") {
  const api = new (aws("api-gateway-rest-api", "ApiGatewayRestApi"))(stack, "api", { name: "bench" });
  const authorizer = new (aws("api-gateway-authorizer", "ApiGatewayAuthorizer"))(stack, "authorizer", {
    name: "cognito", restApiId: api.id, type: "COGNITO_USER_POOLS", providerArns: [pool.arn],
  });
  const made = [];
  for (let i = 0; i < routes; i++) {
    const resource = new (aws("api-gateway-resource", "ApiGatewayResource"))(stack, "resource" + i, {
      restApiId: api.id, parentId: api.rootResourceId, pathPart: "route" + i,
    });
    const method = new (aws("api-gateway-method", "ApiGatewayMethod"))(stack, "method" + i, {
      restApiId: api.id, resourceId: resource.id, httpMethod: "GET",
      authorization: "COGNITO_USER_POOLS", authorizerId: authorizer.id, authorizationScopes: scopes,
    });
    made.push(new (aws("api-gateway-integration", "ApiGatewayIntegration"))(stack, "integration" + i, {
      restApiId: api.id, resourceId: resource.id, httpMethod: method.httpMethod,
      integrationHttpMethod: "POST", type: "AWS_PROXY", uri: lambda.invokeArn,
    }));
    permit(i, `${api.executionArn}/*/GET/route${i}`);
  }
  const deployment = new (aws("api-gateway-deployment", "ApiGatewayDeployment"))(stack, "deployment", { restApiId: api.id, dependsOn: made });
  new (aws("api-gateway-stage", "ApiGatewayStage"))(stack, "stage", { restApiId: api.id, deploymentId: deployment.id, stageName: "bench" });
} else {
  const api = new (aws("apigatewayv2-api", "Apigatewayv2Api"))(stack, "api", { name: "bench", protocolType: "HTTP" });
  const authorizer = new (aws("apigatewayv2-authorizer", "Apigatewayv2Authorizer"))(stack, "authorizer", {
    name: "cognito", apiId: api.id, authorizerType: "JWT", identitySources: ["$request.header.Authorization"],
    jwtConfiguration: { audience: [client.id], issuer: "https://" + pool.endpoint },
  });
  const integration = new (aws("apigatewayv2-integration", "Apigatewayv2Integration"))(stack, "integration", {
    apiId: api.id, integrationType: "AWS_PROXY", integrationUri: lambda.arn, payloadFormatVersion: "2.0",
  });
  for (let i = 0; i < routes; i++) {
    new (aws("apigatewayv2-route", "Apigatewayv2Route"))(stack, "route" + i, {
      apiId: api.id, routeKey: `GET /route${i}`, target: "integrations/" + integration.id,
      authorizationType: "JWT", authorizerId: authorizer.id, authorizationScopes: scopes,
    });
    permit(i, `${api.executionArn}/*/GET/route${i}`);
  }
  new (aws("apigatewayv2-stage", "Apigatewayv2Stage"))(stack, "stage", { apiId: api.id, name: "$default", autoDeploy: true });
}
app.synth();
