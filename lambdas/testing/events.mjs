// The two events API Gateway sends for the same request, for tests. Absent maps are null in 1.0 and left out in 2.0.

export const context = { awsRequestId: "lambda-request" };

export const events = {
  "payload 1.0": (method, resource, body, isBase64Encoded = false) => ({
    resource,
    path: resource,
    httpMethod: method,
    headers: { Authorization: "Bearer secret-token" },
    queryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    requestContext: { requestId: "api-request", stage: "prod", resourcePath: resource, httpMethod: method },
    body: body ?? null,
    isBase64Encoded,
  }),
  "payload 2.0": (method, resource, body, isBase64Encoded = false) => ({
    version: "2.0",
    routeKey: `${method} ${resource}`,
    rawPath: resource,
    rawQueryString: "",
    headers: { authorization: "Bearer secret-token" },
    requestContext: { requestId: "api-request", stage: "$default", http: { method, path: resource } },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded,
  }),
};

/** Runs `call` and returns its answer with the JSON lines it logged; the test runner's own output passes through. */
export async function logged(t, call) {
  const lines = [];
  const write = process.stdout.write.bind(process.stdout);
  const mock = t.mock.method(process.stdout, "write", (chunk, ...rest) => {
    if (typeof chunk === "string" && chunk.startsWith('{"level"')) return lines.push(JSON.parse(chunk)) > 0;
    return write(chunk, ...rest);
  });
  try {
    return { answer: await call(), lines };
  } finally {
    mock.mock.restore();
  }
}
