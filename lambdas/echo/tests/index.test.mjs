import assert from "node:assert/strict";
import test from "node:test";
import { context, events, logged } from "../../testing/events.mjs";
import { handler } from "../index.mjs";

const base64 = (text) => Buffer.from(text).toString("base64");

const echoed = [
  '{"a":"b"}',
  '{ "id": 12345678901234567890, "z": 1, "a": 2 }',
  '"text"',
  "null",
  '{"__proto__":{"a":1}}',
  '{"é":"😀"}',
  "[".repeat(50_000) + "]".repeat(50_000),
];

const refused = [
  ["no body", undefined, false, 400, "body is required"],
  ["an empty body", "", false, 400, "body is required"],
  ["malformed JSON", '{"a":', false, 400, "body is not valid JSON"],
  ["malformed JSON in base64", base64('{"a":'), true, 400, "body is not valid JSON"],
  ["bytes that are not UTF-8", Buffer.from([0x22, 0xff, 0x22]).toString("base64"), true, 400, "body is not valid JSON"],
  ["an oversize body", `"${"x".repeat(256 * 1024)}"`, false, 413, "body is larger than 262144 bytes"],
];

for (const [version, event] of Object.entries(events)) {
  for (const body of echoed) {
    test(`echoes ${body.slice(0, 40)} (${version})`, async (t) => {
      const plain = await logged(t, () => handler(event("POST", "/echo", body), context));
      const encoded = await logged(t, () => handler(event("POST", "/echo", base64(body), true), context));

      assert.equal(plain.answer.statusCode, 200);
      assert.equal(plain.answer.headers["content-type"], "application/json");
      assert.equal(plain.answer.body, body);
      assert.deepEqual(encoded.answer, plain.answer);
    });
  }

  for (const [name, body, isBase64Encoded, status, message] of refused) {
    test(`refuses ${name} (${version})`, async (t) => {
      const { answer, lines } = await logged(t, () => handler(event("POST", "/echo", body, isBase64Encoded), context));

      assert.equal(answer.statusCode, status);
      assert.deepEqual(JSON.parse(answer.body), { message });
      assert.equal(lines[0].refused, message);
    });
  }

  test(`logs one line that holds neither body nor token (${version})`, async (t) => {
    const { lines } = await logged(t, () => handler(event("POST", "/echo", '"private"'), context));

    assert.deepEqual(lines, [{
      level: "INFO", requestId: "lambda-request", apiRequestId: "api-request", route: "POST /echo", status: 200,
    }]);
  });

  test(`hides an unexpected failure from the caller and logs it (${version})`, async (t) => {
    const broken = event("POST", "/echo");
    Object.defineProperty(broken, "body", { get: () => { throw new TypeError("private detail"); } });

    const { answer, lines } = await logged(t, () => handler(broken, context));

    assert.equal(answer.statusCode, 500);
    assert.equal(answer.body, '{"message":"Something went wrong!"}');
    assert.equal(lines.length, 1);
    assert.equal(lines[0].level, "ERROR");
    assert.equal(lines[0].error, "TypeError");
    assert.match(lines[0].at[0], /^at /);
    assert.doesNotMatch(JSON.stringify(lines), /private detail/);
  });
}

test("answers 500 when the event itself is missing", async (t) => {
  const { answer, lines } = await logged(t, () => handler(undefined, undefined));

  assert.equal(answer.statusCode, 500);
  assert.equal(lines[0].level, "ERROR");
});
