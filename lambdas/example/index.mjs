/** GET /example: the function that article E expects to be there already; used locally only. */
export async function handler(event, context) {
  process.stdout.write(`${JSON.stringify({ level: "INFO", requestId: context?.awsRequestId, status: 200 })}\n`);
  return { statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ a: "b" }) };
}
