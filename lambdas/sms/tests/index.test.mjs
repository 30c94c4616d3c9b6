import assert from "node:assert/strict";
import test, { after, beforeEach } from "node:test";
import { context, events, logged } from "../../testing/events.mjs";
import { startFakeSns } from "./fake-sns.mjs";

const sns = await startFakeSns();
Object.assign(process.env, {
  AWS_ENDPOINT_URL: sns.url, AWS_REGION: "eu-west-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test",
});
const { handler } = await import("../index.mjs"); // only now: the client reads the environment

beforeEach(() => Object.assign(sns, { published: [], failure: undefined }));
after(() => sns.stop());

const PHONE_NUMBER = "+447700900123";
const sms = (changes) => JSON.stringify({ phoneNumber: PHONE_NUMBER, message: "Hello", ...changes });
const base64 = (text) => Buffer.from(text).toString("base64");

const BAD_PHONE_NUMBER = "phoneNumber must be an E.164 number, such as +447700900123";
const BAD_MESSAGE = "message must be a text of 1 to 1600 characters";
const OTHERS = "body may hold only phoneNumber and message";

const refused = [
  ["no body", undefined, 400, "body is required"],
  ["malformed JSON", "{", 400, "body is not valid JSON"],
  ["a list", "[]", 400, "body must be a JSON object"],
  ["null", "null", 400, "body must be a JSON object"],
  ["a text", '"+447700900123"', 400, "body must be a JSON object"],
  ["an oversize body", sms({ message: "x".repeat(16 * 1024) }), 413, "body is larger than 16384 bytes"],
  ["another property", sms({ topicArn: "arn:aws:sns:eu-west-1:123456789012:all" }), 400, OTHERS],
  ["__proto__ as a property", '{"__proto__":{"phoneNumber":"+447700900123","message":"Hello"}}', 400, OTHERS],
  ["a missing phone number", sms({ phoneNumber: undefined }), 400, BAD_PHONE_NUMBER],
  ["a number as phone number", sms({ phoneNumber: 447700900123 }), 400, BAD_PHONE_NUMBER],
  ["a list of phone numbers", sms({ phoneNumber: [PHONE_NUMBER] }), 400, BAD_PHONE_NUMBER],
  ["a phone number without a plus", sms({ phoneNumber: "447700900123" }), 400, BAD_PHONE_NUMBER],
  ["a phone number that starts with zero", sms({ phoneNumber: "+07700900123" }), 400, BAD_PHONE_NUMBER],
  ["sixteen digits", sms({ phoneNumber: "+1234567890123456" }), 400, BAD_PHONE_NUMBER],
  ["two phone numbers in one", sms({ phoneNumber: `${PHONE_NUMBER}\n` }), 400, BAD_PHONE_NUMBER],
  ["a missing message", sms({ message: undefined }), 400, BAD_MESSAGE],
  ["an empty message", sms({ message: "" }), 400, BAD_MESSAGE],
  ["a blank message", sms({ message: " \n" }), 400, BAD_MESSAGE],
  ["an object as message", sms({ message: { text: "Hello" } }), 400, BAD_MESSAGE],
  ["1601 characters", sms({ message: "x".repeat(1601) }), 400, BAD_MESSAGE],
  ["a lone surrogate", '{"phoneNumber":"+447700900123","message":"\\ud800"}', 400, BAD_MESSAGE],
];

const failures = [
  ["SNS is down", { status: 500, code: "InternalError" }, "InternalErrorException"],
  ["SNS refuses", { status: 403, code: "AuthorizationError" }, "AuthorizationErrorException"],
  ["SNS throttles", { status: 400, code: "Throttled" }, "ThrottledException"],
];

for (const [version, event] of Object.entries(events)) {
  const post = (t, body, isBase64Encoded) =>
    logged(t, () => handler(event("POST", "/sms", body, isBase64Encoded), context));

  test(`publishes the message to the phone number (${version})`, async (t) => {
    const { answer } = await post(t, sms());

    assert.equal(answer.statusCode, 201);
    assert.equal(answer.headers["content-type"], "application/json");
    assert.equal(answer.body, '{"message":"SMS sent!"}');
    assert.deepEqual(sns.published, [{ PhoneNumber: PHONE_NUMBER, Message: "Hello" }]);
  });

  test(`reads a base64 body (${version})`, async (t) => {
    const { answer } = await post(t, base64(sms({ message: "Grüße 😀" })), true);

    assert.equal(answer.statusCode, 201);
    assert.deepEqual(sns.published, [{ PhoneNumber: PHONE_NUMBER, Message: "Grüße 😀" }]);
  });

  test(`counts characters, not UTF-16 units (${version})`, async (t) => {
    const { answer } = await post(t, sms({ message: "😀".repeat(1600) }));

    assert.equal(answer.statusCode, 201);
  });

  test(`logs one line with the phone number masked (${version})`, async (t) => {
    const { lines } = await post(t, sms());

    assert.deepEqual(lines, [{
      level: "INFO", requestId: "lambda-request", apiRequestId: "api-request", route: "POST /sms", status: 201,
      to: "+**********23", messageId: "message-1",
    }]);
  });

  for (const [name, body, status, message] of refused) {
    test(`refuses ${name} (${version})`, async (t) => {
      const { answer, lines } = await post(t, body);

      assert.equal(answer.statusCode, status);
      assert.deepEqual(JSON.parse(answer.body), { message });
      assert.deepEqual(sns.published, []);
      assert.equal(lines.length, 1);
    });
  }

  for (const [name, failure, error] of failures) {
    test(`answers 500 without detail when ${name}, and tries once (${version})`, async (t) => {
      sns.failure = failure;

      const { answer, lines } = await post(t, sms());

      assert.equal(answer.statusCode, 500);
      assert.equal(answer.body, '{"message":"SMS could not be sent"}');
      assert.equal(sns.published.length, 1);
      assert.equal(lines.length, 1);
      assert.equal(lines[0].level, "ERROR");
      assert.equal(lines[0].error, error);
      assert.equal(lines[0].awsRequestId, "sns-request");
      assert.doesNotMatch(JSON.stringify(lines), /447700900123|Hello|secret-token/);
    });
  }

  test(`answers 500 when the connection breaks (${version})`, async (t) => {
    sns.failure = "reset";

    const { answer, lines } = await post(t, sms());

    assert.equal(answer.statusCode, 500);
    assert.equal(lines[0].level, "ERROR");
  });
}
