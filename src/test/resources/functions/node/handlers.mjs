import { spawn } from "node:child_process";
import { writeSync } from "node:fs";

let count = 0;

export const echo = async (event) => event;
export const counted = async ({ exit, fail }) => {
  count++;
  if (exit) process.exit(1);
  if (fail) throw new Error("failed");
  return { count };
};
export const nothing = async () => {};
export const sync = () => "lost";
export const called = (event, context, callback) => setTimeout(() => callback(null, { called: true }), 5);
export const refused = (event, context, callback) => callback(new TypeError("called back"));
export const succeeded = (event, context) => context.succeed("old");
export const hurried = (event, context, callback) => {
  context.callbackWaitsForEmptyEventLoop = false;
  setInterval(() => {}, 1000);
  callback(null, "at once");
};
export const never = () => new Promise(() => {});
export const nested = { inner: { handler: async () => "nested" } };
export const number = 1;

export const thrown = async () => {
  throw new RangeError("out of range");
};
export const text = async () => {
  throw "only text";
};
export const circular = async () => {
  const value = {};
  value.value = value;
  return value;
};
export const large = async ({ size }) => "x".repeat(size);
export const exit = async ({ code }) => process.exit(code);
export const unhandled = () =>
  new Promise(() => {
    Promise.reject(new Error("nobody listens"));
  });
export const uncaught = () =>
  new Promise(() => {
    setTimeout(() => {
      throw new Error("thrown later");
    }, 1);
  });
export const hang = async ({ pid }) => {
  if (pid) process.stdout.write("pid " + process.pid + "\n");
  for (;;);
};
export const pid = async () => void process.stdout.write("pid " + process.pid + "\n");
export const idle = () =>
  new Promise(() => {
    setInterval(() => {}, 1000);
  });
export const memory = async () => {
  const kept = [];
  for (;;) kept.push(new Array(100_000).fill({}));
};
export const printed = async () => {
  console.log("to stdout");
  console.error("to stderr");
  process.stdout.write('A\u0000\u0000\u0000\u0002"x"\u001b[31mred\u202e\n');
  return "printed";
};
export const meddles = async () => {
  writeSync(3, "not a frame");
  for (;;);
};
export const child = async () => {
  const sleep = spawn("sleep", ["600"], { stdio: "ignore" });
  console.log("child " + sleep.pid);
  for (;;);
};
export const startsAnother = async () => {
  const sleep = spawn("sleep", ["600"], { stdio: "ignore" });
  console.log("pid " + sleep.pid);
  return "started";
};
export const environment = async () => process.env;
export const context = async (event, context) => ({ ...context, remaining: context.getRemainingTimeInMillis() });
export const together = async ({ folder, name, other }) => {
  const { existsSync, writeFileSync } = await import("node:fs");
  writeFileSync(folder + "/" + name, "");
  while (!existsSync(folder + "/" + other)) await new Promise((resolve) => setTimeout(resolve, 5));
  return process.pid;
};
export const dies = async () => {
  setImmediate(() => setTimeout(() => process.exit(0), 0));
  return process.pid;
};
