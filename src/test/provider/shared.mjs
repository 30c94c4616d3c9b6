// Serves the AWS provider to many commands of Terraform, until the input ends: node shared.mjs PROVIDER TYPES CACHE
// A line of the input is the address of an account that is gone: what was started for it ends.
//
// Terraform by itself starts the provider three times a command, and reads its thousand and more types each time: seven
// seconds of CPU. Here provider processes outlive commands, and Terraform is told only of the types that match TYPES, a
// regular expression; what it is told is kept in the folder CACHE. Where Terraform asks whether a provider's settings are
// right, the provider looks through all its types, half a second of CPU: what was asked before is answered again. All
// other calls and answers pass as they are.
//
// Prints a folder. `provider`, which Terraform starts in the provider's place, asks in it for a socket of its own. Each
// folder of Terraform's, with its variables of AWS, has processes to itself, because a process works in one folder: one for
// each configuration of the provider that is used at the same time.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import http2 from "node:http2";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";

const [binary, types, cache] = process.argv.slice(2);
const wanted = new RegExp(types);
const { size, mtimeMs } = fs.statSync(binary);
const kept = path.join(cache, `types-${createHash("sha256").update(JSON.stringify([types, size, mtimeMs])).digest("hex")}`);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "provider-"));
const AT_ONCE = 12;
const places = new Map();
const all = [];
/** What was answered, by what it is kept under: see `lasting`. */
const answers = new Map();
// Nobody reads what the provider logs, but making it takes a tenth of its time.
const QUIET = Object.fromEntries(
  ["PROVIDER", "SDK", "SDK_PROTO", "SDK_MUX", "SDK_FRAMEWORK", "SDK_HELPER_SCHEMA"].map((part) => [`TF_LOG_${part}`, "OFF"]),
);

const input = readline.createInterface({ input: process.stdin });
input.on("line", (url) => {
  for (const [key, place] of places) {
    if (place.env.AWS_ENDPOINT_URL !== url) continue;
    place.processes.forEach(({ child }) => end(child));
    places.delete(key);
  }
});
input.on("close", () => {
  [...all].forEach(end);
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit();
});

/** Ends the oldest processes of places that nobody is connected to: each takes 200 MB. */
function makeRoom() {
  for (const place of places.values()) {
    if (all.length < AT_ONCE) return;
    if (place.sessions === 0) place.processes.splice(0).forEach(({ child }) => end(child));
  }
}

function end(child) {
  all.splice(all.indexOf(child), 1);
  child.removeAllListeners("exit").kill();
}

/**
 * Of those of one place, the process that has the configuration, or any if none is named, as a connection. Who is alone
 * there gives another configuration to one that is there: a start takes nearly a second of CPU.
 */
function provider({ processes, sessions, cwd, env }, configuration) {
  let found = processes.find((one) => !configuration || !one.configuration || one.configuration === configuration);
  if (sessions === 1) found ??= processes[0];
  if (!found) {
    makeRoom();
    processes.push((found = started(cwd, env)));
  }
  if (configuration) found.configuration = configuration;
  return found.connection;
}

function started(cwd, env) {
  const child = spawn(binary, ["-debug"], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  all.push(child);
  const connection = new Promise((resolve) => {
    let said = "";
    const listen = (text) => {
      said += text;
      const found = /TF_REATTACH_PROVIDERS='(.*)'/.exec(said);
      if (found) {
        [child.stdout, child.stderr].forEach((output) => output.removeAllListeners("data").resume());
        const socket = Object.values(JSON.parse(found[1]))[0].Addr.String;
        const connected = http2.connect("http://localhost", { createConnection: () => net.connect(socket) });
        connected.on("error", () => {});
        resolve(connected);
      }
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => {
      console.error(`the provider ended with ${code}: ${said}`);
      process.exit(1);
    });
  });
  return { child, connection };
}

function varint(bytes, at) {
  let value = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * shift;
    if (byte < 128) return [value, at];
  }
}

/** The fields of a message of Protocol Buffers: number, where it begins, its content and where it ends. */
function* fields(bytes) {
  for (let at = 0; at < bytes.length; ) {
    const begin = at;
    let tag, length;
    [tag, at] = varint(bytes, at);
    if ((tag & 7) !== 2) throw new Error(`a field of another wire type: ${tag}`);
    [length, at] = varint(bytes, at);
    yield { number: tag >> 3, content: bytes.subarray(at, at + length), all: bytes.subarray(begin, at + length) };
    at += length;
  }
}

// Of GetProviderSchema.Response: resource_schemas, data_source_schemas and ephemeral_resource_schemas, maps by type.
const MAPS = new Set([2, 3, 8]);

/** The answer without the types that nobody wants. */
function fewer(answer) {
  const left = [];
  for (const field of fields(answer.subarray(5))) {
    const name = MAPS.has(field.number) ? fields(field.content).next().value.content.toString() : undefined;
    if (name === undefined || wanted.test(name)) left.push(field.all);
  }
  const message = Buffer.concat(left);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

const SERVICE = "/tfplugin5.Provider/";
const TYPES_CALL = `${SERVICE}GetSchema`;
const SETTINGS_CALL = `${SERVICE}PrepareProviderConfig`;
if (fs.existsSync(kept)) answers.set(TYPES_CALL, fs.readFileSync(kept));
const SHUTDOWN = "/plugin.GRPCController/Shutdown";
const UNIMPLEMENTED = "12";
const readable = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => typeof name === "string"));

/** What an answer is kept under, where it is the same each time; settings may follow from variables of AWS. */
function lasting(call, request, place) {
  if (call === TYPES_CALL) return call;
  if (call === SETTINGS_CALL) return [call, place.account, request.toString("base64")].join("\0");
  return undefined;
}

function pass(down, request, headers, connection, name) {
  const up = connection.request(readable(headers));
  let trailers = {};
  up.end(request);
  down.on("close", () => up.close());
  up.on("error", () => down.close());
  up.on("trailers", (last) => (trailers = readable(last)));
  up.on("response", (answer, flags) => {
    if (down.destroyed) return;
    const ended = (flags & http2.constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    down.respond(readable(answer), { endStream: ended, waitForTrailers: !ended });
    if (ended) return;
    if (!name) {
      up.pipe(down);
      return;
    }
    whole(up).then((all) => {
      const given = name === TYPES_CALL ? fewer(all) : all;
      if (trailers["grpc-status"] === "0") answers.set(name, given);
      if (name === TYPES_CALL) keep(given);
      down.end(given);
    });
  });
  down.on("wantTrailers", () => down.sendTrailers(trailers));
}

function whole(stream) {
  const parts = [];
  stream.on("data", (part) => parts.push(part));
  return new Promise((resolve) => stream.on("end", () => resolve(Buffer.concat(parts))));
}

/** For the next process; whole or not at all, for several may run. */
function keep(answer) {
  const half = `${kept}.${process.pid}`;
  fs.writeFileSync(half, answer);
  fs.renameSync(half, kept);
}

/** What was asked before is answered without the provider. */
function repeat(down, answer) {
  down.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  down.on("wantTrailers", () => down.sendTrailers({ "grpc-status": "0" }));
  down.end(answer);
}

/** Terraform waits two seconds for it to end, and kills it then: on a busy machine it may be gone before it is asked to go. */
function endStandIn(id) {
  try {
    process.kill(id);
  } catch (e) {
    if (e.code !== "ESRCH") throw e;
  }
}

/** What Terraform connects to in the place of `standIn`, a process that it waits for to end once it has no more calls. */
function listen(standIn, place) {
  const socket = path.join(folder, standIn);
  const server = http2.createServer();
  server.on("session", (session) => {
    let configuration;
    place.sessions++;
    session.on("close", () => place.sessions--);
    session.on("stream", async (down, headers) => {
      down.on("error", () => {});
      const call = headers[":path"];
      if (!call.startsWith(SERVICE)) {
        // What go-plugin asks for beside, such as what the provider prints; it does without.
        down.respond({ ":status": 200, "content-type": "application/grpc", "grpc-status": UNIMPLEMENTED }, { endStream: true });
        if (call === SHUTDOWN) {
          endStandIn(Number(standIn));
          server.close(() => fs.rmSync(socket, { force: true }));
        }
        return;
      }
      const request = await whole(down);
      const name = lasting(call, request, place);
      if (answers.has(name)) {
        if (!down.destroyed) repeat(down, answers.get(name));
        return;
      }
      if (call === `${SERVICE}Configure`) configuration = createHash("sha256").update(request).digest("hex");
      const connection = await provider(place, configuration);
      if (!down.destroyed) pass(down, request, headers, connection, name);
    });
  });
  // A socket has its name a moment before it takes connections; `provider` looks for the name.
  server.listen(`${socket}.new`, () => fs.renameSync(`${socket}.new`, socket));
}

/** Where one folder's commands run with one account. */
function placeOf(cwd, env) {
  const variables = Object.entries(env).filter(([name]) => name.startsWith("AWS_")).sort();
  const key = JSON.stringify([cwd, variables]);
  if (!places.has(key)) {
    // A folder for temporary files that the one who asked has may go before the process. The provider takes a bundle of
    // certificates once, and refuses its second configuration.
    const own = { ...env, ...QUIET, TMPDIR: os.tmpdir() };
    delete own.AWS_CA_BUNDLE;
    // Where AWS is does not change whether settings are right.
    const account = JSON.stringify(variables.filter(([name]) => name !== "AWS_ENDPOINT_URL"));
    places.set(key, { sessions: 0, processes: [], cwd, env: own, account });
  }
  return places.get(key);
}

fs.watch(folder, (event, name) => {
  const wanted = path.join(folder, name);
  const [standIn, what] = name.split(".");
  if (what !== "wanted" || !fs.existsSync(wanted)) return;
  const [cwd, ...variables] = fs.readFileSync(wanted, "utf8").split("\0").slice(0, -1);
  if (variables.pop() !== "whole") return;
  fs.rmSync(wanted);
  listen(standIn, placeOf(cwd, Object.fromEntries(variables.map((entry) => entry.split(/=(.*)/s).slice(0, 2)))));
});

fs.writeFileSync(path.join(folder, "server"), `${process.pid}\n`);
console.log(folder);
