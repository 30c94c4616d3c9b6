import { jsonBody, serve } from "./gateway.mjs";

const MAX_BODY_BYTES = 256 * 1024;

/** POST /echo: answers the JSON it was sent, byte for byte, so that large numbers and key order survive. */
export const handler = (event, context) =>
  serve(event, context, "Something went wrong!", () => ({ status: 200, body: jsonBody(event, MAX_BODY_BYTES).text }));
