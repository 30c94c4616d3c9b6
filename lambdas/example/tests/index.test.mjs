import assert from "node:assert/strict";
import test from "node:test";
import { context, events, logged } from "../../testing/events.mjs";
import { handler } from "../index.mjs";

for (const [version, event] of Object.entries(events)) {
  test(`answers a and b (${version})`, async (t) => {
    const { answer, lines } = await logged(t, () => handler(event("GET", "/example"), context));

    assert.equal(answer.statusCode, 200);
    assert.deepEqual(JSON.parse(answer.body), { a: "b" });
    assert.deepEqual(lines, [{ level: "INFO", requestId: "lambda-request", status: 200 }]);
  });
}
