// What API Gateway sends and expects; payloads 1.0 (REST API) and 2.0 (HTTP API) agree on all that is read here.
// A function is deployed as its own folder, so sms and echo hold the same copy of this file (run-tests compares them).

/** An answer other than success, whose message is meant for the caller. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** The body as text and as the JSON value it holds; refuses what is absent, too large, not UTF-8 or not JSON. */
export function jsonBody(event, maxBytes) {
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (bytes.length === 0) throw new Refusal(400, "body is required");
  if (bytes.length > maxBytes) throw new Refusal(413, `body is larger than ${maxBytes} bytes`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw new Refusal(400, "body is not valid JSON");
  }
}

/**
 * Answers one request and writes one log line. `answer` returns { status, body, log }; a Refusal becomes its own
 * status, anything else thrown becomes a 500 that says only `failureMessage`.
 */
export async function serve(event, context, failureMessage, answer) {
  try {
    const { status, body, log } = await answer(event);
    return respond(event, context, status, body, log);
  } catch (error) {
    if (error instanceof Refusal) {
      return respond(event, context, error.status, message(error.message), { refused: error.message });
    }
    return respond(event, context, 500, message(failureMessage), describe(error));
  }
}

export const message = (text) => JSON.stringify({ message: text });

function respond(event, context, statusCode, body, log) {
  const line = {
    level: statusCode < 500 ? "INFO" : "ERROR",
    requestId: context?.awsRequestId,
    apiRequestId: event?.requestContext?.requestId,
    route: event?.routeKey ?? `${event?.httpMethod} ${event?.resource}`,
    status: statusCode,
    ...log,
  };
  // Not console.log: Lambda puts a tab-separated prefix before what it prints, and the line would not be JSON.
  process.stdout.write(`${JSON.stringify(line)}\n`);
  return { statusCode, headers: { "content-type": "application/json" }, body };
}

// Leaves out the error's message: SNS quotes the phone number in it.
function describe(error) {
  return {
    error: error?.name ?? typeof error,
    awsRequestId: error?.$metadata?.requestId,
    at: String(error?.stack).split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 5).map((line) => line.trim()),
  };
}
