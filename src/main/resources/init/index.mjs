// A starter: answers every route that calls it with what was asked and who asked.
// It takes what a REST API sends (payload 1.0) and what an HTTP API sends (payload 2.0).

export const handler = async (event) => {
  const request = event.requestContext ?? {};
  const route = event.routeKey ?? event.httpMethod + " " + event.resource;
  // Absent on a route that demands no token. API Gateway has verified it already.
  const claims = request.authorizer?.jwt?.claims ?? request.authorizer?.claims ?? {};
  return {
    statusCode: 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      route,
      parameters: event.pathParameters ?? {},
      caller: claims.client_id ?? claims.sub ?? null,
      scopes: (claims.scope ?? "").split(" ").filter((scope) => scope !== ""),
    }),
  };
};
