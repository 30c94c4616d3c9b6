import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { jsonBody, message, Refusal, serve } from "./gateway.mjs";

const MAX_BODY_BYTES = 16 * 1024;
const MAX_CHARACTERS = 1600; // SNS refuses more in one publish
const E164 = /^\+[1-9][0-9]{6,14}$/;

const sns = new SNSClient({
  maxAttempts: 1, // a publish that failed may have been sent all the same, and a retry would send the SMS twice
  // Less than the 3 s Lambda gives a function by default; without the flag the SDK only warns.
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
});

/** POST /sms {"phoneNumber", "message"}: sends one SMS through SNS. */
export const handler = (event, context) =>
  serve(event, context, "SMS could not be sent", async () => {
    const sms = readSms(jsonBody(event, MAX_BODY_BYTES).value);
    const { MessageId } = await sns.send(new PublishCommand({ PhoneNumber: sms.phoneNumber, Message: sms.message }));
    return { status: 201, body: message("SMS sent!"), log: { to: masked(sms.phoneNumber), messageId: MessageId } };
  });

function readSms(value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw new Refusal(400, "body must be a JSON object");
  }
  const { phoneNumber, message, ...others } = value;
  if (Object.keys(others).length > 0) throw new Refusal(400, "body may hold only phoneNumber and message");
  if (typeof phoneNumber !== "string" || !E164.test(phoneNumber)) {
    throw new Refusal(400, "phoneNumber must be an E.164 number, such as +447700900123");
  }
  if (!isText(message)) throw new Refusal(400, `message must be a text of 1 to ${MAX_CHARACTERS} characters`);
  return { phoneNumber, message };
}

// Counts characters, not UTF-16 units; a lone surrogate cannot be sent as UTF-8.
function isText(value) {
  if (typeof value !== "string" || !value.isWellFormed()) return false;
  return value.trim() !== "" && [...value].length <= MAX_CHARACTERS;
}

const masked = (phoneNumber) => phoneNumber.replace(/[0-9](?=[0-9]{2})/g, "*");
