"use strict";
// Runs one Lambda handler. Events come on descriptor 4 and answers leave on 3; the handler's own output cannot mix in.
const fs = require("node:fs");
const net = require("node:net");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { createRequire } = require("node:module");
const { Worker } = require("node:worker_threads");

const MAX_RESPONSE = 6291556;
/** Ends this and, where it leads a group, all that the handler has started. */
function end() {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.kill(process.pid, "SIGKILL");
  }
}

// The parent's end closes descriptor 4; this is for a handler that is too busy to notice.
const watch =
  "const { workerData } = require('node:worker_threads');" + end +
  "setInterval(() => { if (process.ppid !== workerData) end(); }, 500);";
new Worker(watch, { eval: true, execArgv: [], workerData: process.ppid }).unref();

function send(kind, text) {
  const body = Buffer.from(text);
  const head = Buffer.alloc(5);
  head.write(kind, "latin1");
  head.writeUInt32BE(body.length, 1);
  try {
    for (const part of [head, body]) for (let at = 0; at < part.length; ) at += fs.writeSync(3, part, at);
  } catch {
    end(); // Nobody is there to take it.
  }
}

function described(error, type) {
  const isError = error instanceof Error || Object.prototype.toString.call(error) === "[object Error]";
  const trace = isError ? String(error.stack).split("\n").slice(1).map((line) => line.trim()) : [];
  const message = isError && !type ? error.message : String(error);
  return JSON.stringify({ type: type ?? (isError ? error.name : typeof error), message, trace });
}

async function loaded() {
  const { dir, base } = path.parse(process.env._HANDLER);
  const [, name, exported] = /^([^.]*)\.(.+)$/.exec(base) ?? [];
  const stem = path.resolve(dir, name ?? base);
  const file = ["", ".js", ".mjs", ".cjs"].map((ending) => stem + ending).find((it) => fs.statSync(it, { throwIfNoEntry: false })?.isFile());
  if (!name || !file) throw Object.assign(new Error("Cannot find module '" + path.join(dir, name ?? base) + "'"), { code: "MODULE_NOT_FOUND" });
  const module = await imported(file);
  const handler = exported.split(".").reduce((value, key) => value?.[key], module);
  if (typeof handler !== "function") throw { notFound: base + " is undefined or not exported" };
  return handler;
}

async function imported(file) {
  const url = pathToFileURL(file).href;
  if (file.endsWith(".mjs")) return import(url);
  try {
    return createRequire(file)(file);
  } catch (error) {
    if (error.code === "ERR_REQUIRE_ESM" || error.code === "ERR_REQUIRE_ASYNC_MODULE") return import(url);
    throw error;
  }
}

function notLoaded(error) {
  if (error?.notFound) return described(error.notFound, "Runtime.HandlerNotFound");
  if (error instanceof SyntaxError) return described(error, "Runtime.UserCodeSyntaxError");
  const isMissing = /^(ERR_)?MODULE_NOT_FOUND$/.test(error?.code);
  return described(error, isMissing ? "Runtime.ImportModuleError" : undefined);
}

let pending = null;

function settle(invocation, kind, text) {
  if (pending !== invocation) return;
  pending = null;
  socket.ref();
  send(kind, text);
}

function answer(invocation, value) {
  let text;
  try {
    text = JSON.stringify(value) ?? "null";
  } catch {
    return settle(invocation, "E", described(new Error("Unable to stringify response body")));
  }
  if (Buffer.byteLength(text) <= MAX_RESPONSE) return settle(invocation, "A", text);
  const tooLarge = "Response payload size exceeded maximum allowed payload size (" + MAX_RESPONSE + " bytes).";
  settle(invocation, "E", described(tooLarge, "Function.ResponseSizeTooLarge"));
}

function contextOf(header, finish) {
  const env = process.env;
  const deadline = performance.now() + header.millis;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    invokedFunctionArn: header.arn,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    awsRequestId: header.requestId,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
    done: finish,
    succeed: (value) => finish(null, value),
    fail: (error) => finish(error ?? "handled"),
  };
}

function invoke(handler, header, event) {
  const invocation = (pending = { last: () => answer(invocation, null) });
  // From here on only the handler's own work keeps the process busy; beforeExit tells when there is none left.
  socket.unref();
  send("B", "");
  const fail = (error) => settle(invocation, "E", described(error));
  const context = contextOf(header, (error, value) => {
    const finish = () => (error == null ? answer(invocation, value) : fail(error));
    if (context.callbackWaitsForEmptyEventLoop) invocation.last = finish;
    else finish();
  });
  try {
    const result = handler(JSON.parse(event), context, context.done);
    if (typeof result?.then === "function") result.then((value) => answer(invocation, value), fail);
  } catch (error) {
    fail(error);
  }
}

function crash(error, type) {
  if (pending) settle(pending, "X", described(error, type));
  else console.error(error);
  process.exit(129);
}

process.on("beforeExit", () => pending?.last());
process.on("uncaughtException", (error) => crash(error));
process.on("unhandledRejection", (reason) => crash(reason, "Runtime.UnhandledPromiseRejection"));

const socket = new net.Socket({ fd: 4, readable: true, writable: false });
socket.pause();
socket.on("close", end);

/** Calls back with each pair of frames: what the invocation is, and its event. */
function frames(take) {
  let [chunks, size, header] = [[], 0, null];
  socket.on("data", (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= 4) {
      if (chunks[0].length < 4) chunks = [Buffer.concat(chunks)];
      const length = chunks[0].readUInt32BE(0) + 4;
      if (size < length) return;
      const all = Buffer.concat(chunks);
      const text = all.toString("utf8", 4, length);
      [chunks, size] = [[all.subarray(length)], size - length];
      if (header === null) header = JSON.parse(text);
      else [header] = [null, take(header, text)];
    }
  });
}

loaded().then(
  (handler) => {
    frames((header, event) => invoke(handler, header, event));
    send("R", "");
    socket.resume();
  },
  (error) => {
    send("I", notLoaded(error));
    process.exit(1);
  },
);
